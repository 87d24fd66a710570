"""Plans: which steps of the network a line needs, and which of them are taken back for a cancel or a revision."""

from ordertck.harness.messages import CHANGE, DO, UNDO, ProvisioningLine
from ordertck.harness.reference.som.work import Task, Work, quantity_of


class Plans:
    """Makes the plans; ``steps`` are those of the catalogue, in the order in which they are done."""

    def __init__(self, steps: tuple[str, ...]) -> None:
        self.steps = steps

    def wanted(self, work: Work) -> list[Task]:
        """The tasks of a line, by what it is for."""
        match work.line.effect:
            case "resume":
                return self.resuming(work)
            case "change":
                return self.changing(work)
            case "suspend":
                return self.suspending(work)
            case "remove":
                return self.taking_down(work)
        return self.setting_up(work)

    def setting_up(self, work: Work) -> list[Task]:
        """Every step that is not done and not under way (PV-04)."""
        begun = self.begun(work)
        return [Task(step, DO, quantity_of(work.line)) for step in self.steps if step not in begun]

    def taking_down(self, work: Work) -> list[Task]:
        """All that stands, undone in reverse order."""
        return [Task(step, UNDO, quantity) for step, quantity in reversed(self.begun(work).items())]

    def taking_back(self, work: Work) -> list[Task]:
        """What leads back to what stood before, the last thing first; what is under way is called off (PV-05)."""
        begun, before = self.begun(work), work.before
        more = [(step, count - before.get(step, 0)) for step, count in reversed(begun.items())]
        fewer = [(step, before.get(step, 0) - begun.get(step, 0)) for step in self.steps]
        left = {step: min(count, begun.get(step, 0)) for step, count in before.items()}
        changed = work.changed | ({work.pending.step} if work.pending and work.pending.effect == CHANGE else set())
        return [
            *(Task(step, UNDO, count) for step, count in more if count > 0),
            *(Task(step, CHANGE, left[step]) for step in self.steps if left.get(step) and step in changed),
            *(Task(step, DO, count) for step, count in fewer if count > 0),  # what is added is where the rest is
        ]

    def revising(self, work: Work, wanted: ProvisioningLine) -> list[Task]:
        """What was begun is corrected by as much as the change comes to; the rest is done as it is wanted (PV-06)."""
        altered = any(task.effect == CHANGE for task in work.tasks)  # what is still to be set up otherwise
        altered = altered or place_and_setting(work.line) != place_and_setting(wanted)
        return self.corrections(self.begun(work), wanted, altered)

    def changing(self, work: Work) -> list[Task]:
        """What stands becomes what is wanted."""
        return self.corrections(work.service, work.line, altered=True)

    def corrections(self, begun: dict[str, int], wanted: ProvisioningLine, altered: bool) -> list[Task]:
        """The steps that lead from what was begun to what is wanted, and no further."""
        quantity = quantity_of(wanted)
        fewer = [Task(step, UNDO, had - quantity) for step, had in reversed(begun.items()) if had > quantity]
        more = [Task(step, DO, quantity - had) for step, had in begun.items() if had < quantity]
        changed = [Task(step, CHANGE, min(had, quantity)) for step, had in begun.items() if altered]
        return [*fewer, *changed, *more]  # what is added is added to what has moved already

    def suspending(self, work: Work) -> list[Task]:
        """The last step is taken back, the rest stays."""
        return [Task(step, UNDO, quantity) for step, quantity in work.service.items() if step == self.steps[-1]]

    def resuming(self, work: Work) -> list[Task]:
        """What was taken back is done again, for as many as there are."""
        count = max(work.service.values(), default=quantity_of(work.line))
        return [Task(step, DO, count) for step in self.steps if step not in work.service]

    def begun(self, work: Work) -> dict[str, int]:
        """The quantity of each step as it will be once what is under way is done."""
        begun, pending = dict(work.service), work.pending
        if pending is not None and pending.effect != CHANGE:
            come = pending.quantity if pending.effect == DO else -pending.quantity
            begun[pending.step] = begun.get(pending.step, 0) + come
        return {step: quantity for step, quantity in begun.items() if quantity > 0}


def place_and_setting(line: ProvisioningLine) -> tuple[object, ...]:
    """Where a thing is connected, and how it is set up."""
    return line.site, line.service_point, setting(line)


def setting(line: ProvisioningLine) -> dict[str, str]:
    """How a thing is set up, apart from how many of it there are."""
    return {name: value for name, value in line.attributes.items() if name != "quantity"}
