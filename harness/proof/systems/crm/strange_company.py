"""CRMs that talk to those with whom a CRM has no business, or answer what nobody asked."""

from ordertck.harness.messages import (
    BillingLine,
    BillingOrder,
    DeskDo,
    DeskSee,
    DeskShown,
    Edge,
    Message,
    ProvisioningLine,
    ProvisioningOrder,
    replace,
)
from ordertck.harness.proof.registry import wrong
from ordertck.harness.reference.crm import CrmOrder, CustomerRelations
from ordertck.harness.reference.crm.desk import Fields


@wrong("crm", breaks="PL-31")
class TellsBillingOfListsAsTheyAreEntered(CustomerRelations):
    """Tells billing of a price list as soon as a user enters it on something that is installed."""

    def price_line(self, ref: str, fields: Fields) -> DeskShown:
        shown = super().price_line(ref, fields)
        order = self.order(fields["order"])
        line = order.lines[ref]
        if line.asset:
            changed = BillingLine(
                line=line.id, product=line.product or "", effect="change", asset=line.asset, price_list=line.price_list
            )
            call = BillingOrder(order=order.id, account=order.account or "", phase="fulfil", lines=(changed,))
            self.tell("billing-order", Edge.BILLING, call, order.id)
        return shown


@wrong("crm", breaks="FL-04")
class HasItProvisionedItself(CustomerRelations):
    """Asks provisioning for what is submitted, past the order system."""

    def queue(self, order: CrmOrder) -> None:
        super().queue(order)
        lines = tuple(
            ProvisioningLine(line=line.id, product=line.product or "", effect="add") for line in order.lines.values()
        )
        call = ProvisioningOrder(order=order.id, account=order.account or "", target="network", lines=lines)
        self.tell("provisioning-order", Edge.PROVISIONING, call, order.id)


@wrong("crm", breaks="TM-01")
class ShowsWhatWasNotAskedFor(CustomerRelations):
    """Shows of whatever order a user looks at the one that was entered first."""

    def see(self, look: DeskSee) -> DeskShown:
        shown = super().see(look)
        first = next(iter(self.orders.values()), None)
        if look.object == "order" and first is not None and shown.refused is None:
            return replace(self.screens.order(first), ref=first.ref)
        return shown


@wrong("crm", breaks="AS-01 AS-02")
class ShowsNobodyTheAssets(CustomerRelations):
    """Lets nobody look at the assets of a customer before something is among them."""

    def see(self, look: DeskSee) -> DeskShown:
        shown = super().see(look)
        if look.object == "assets" and all(asset.product == "Service Point" for asset in self.assets.of(look.ref)):
            return DeskShown(object=look.object, ref=look.ref, refused="there is nothing to be seen")
        return shown


@wrong("crm", breaks="FL-05")
class AnswersASubmissionOnAnotherEdge(CustomerRelations):
    """Answers a submission to the submission queue, and not to the user."""

    def answer(self, question: Message, shown: DeskShown) -> None:
        super().answer(question, shown)
        if question.kind == "desk-do" and question.body["verb"] == "submit" and question.body["object"] == "order":
            self.out[-1] = replace(self.out[-1], edge=Edge.SUBMISSION)

    def do(self, act: DeskDo) -> DeskShown:
        return super().do(act)
