"""What a back office has got of a record: versions that it missed may come again, and the newest has to."""

from ordertck.harness.messages import Edge, Message
from ordertck.harness.oracle.crm.post import Post


class Office:
    """A back office that is sent one account, again and again."""

    def __init__(self) -> None:
        self.post = Post()
        self.record = 0
        self.saved = ""

    def is_sent(self, name: str, outcome: str = "ok") -> bool:
        """Send the account under a name; whether that passes for a version that was missed."""
        self.record += 1
        body = {"object": "account", "record": "A1", "system": "Accounting", "verb": "Send", "fields": {"name": name}}
        sent = Message(f"M{self.record}", "workflow", Edge.BACKOFFICE, body)
        repeated = self.post.is_repeated(sent, self.record)
        self.post.send(sent, self.record, {"name": self.saved})
        answer = Message(f"A{self.record}", "workflow-answer", Edge.BACKOFFICE, {"outcome": outcome}, re=sent.id)
        self.post.answered(answer)
        return repeated


def test_what_was_missed_may_come_before_the_newest() -> None:
    office = Office()
    for name in ("Ann", "Anna"):
        office.saved = name
        assert not office.is_sent(name, "fault")
    assert office.is_sent("Ann")
    assert not office.post.has("account", {"A1"}, since=2), "an older version does not stand for the newest"
    office.is_sent("Anna")
    assert office.post.has("account", {"A1"}, since=2) == {"Accounting"}
    assert not office.is_sent("Ann"), "nothing older comes after the newest"


def test_what_is_again_as_it_was_at_first_is_the_newest() -> None:
    office = Office()
    for name in ("Ann", "Anna", "Ann"):
        office.saved = name
        office.is_sent(name, "fault")
    office.is_sent("Ann")
    assert office.post.has("account", {"A1"}, since=3) == {"Accounting"}
