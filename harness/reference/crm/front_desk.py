"""The front desk: what users do and look at, given to the part that it is for."""

from collections.abc import Iterable

from ordertck.harness.messages import DeskDo, DeskSee, DeskShown
from ordertck.harness.reference.crm.accounts_and_orders import DeskPart
from ordertck.harness.reference.crm.desk import Acts, View, Views
from ordertck.harness.reference.crm.drafts import Refused


class FrontDesk:
    """The acts and views of all parts; where two have a view of one name, the later one is for what the first lacks."""

    def __init__(self, parts: Iterable[DeskPart]) -> None:
        self.acts: Acts = {}
        self.views: Views = {}
        for part in parts:
            self.acts |= part.acts
            self.views |= {name: self.also(name, view) for name, view in part.views.items()}

    def do(self, act: DeskDo) -> DeskShown:
        """Do what the user asks; what is not possible is refused, with the reason."""
        handler = self.acts.get((act.verb, act.object))
        try:
            if handler is None:
                raise Refused(f"{act.verb} is not for the object {act.object}")
            return handler(act.ref, act.fields)
        except Refused as refusal:
            return DeskShown(object=act.object, ref=act.ref, refused=str(refusal))

    def see(self, look: DeskSee) -> DeskShown:
        """Show what the user looks at."""
        view = self.views.get(look.object)
        shown = view(look.ref) if view is not None else None
        return shown or DeskShown(object=look.object, ref=look.ref, refused="there is nothing of that name")

    def also(self, name: str, view: View) -> View:
        """A view that comes after the one of the same name, where there is one: what that does not know, this may."""
        before = self.views.get(name)
        return (lambda ref: before(ref) or view(ref)) if before is not None else view
