"""What adapters do wrong: by name the source, the step that finds it, what was seen, and the remedy."""

VICES = {
    "connect": ("def __init__(self, *_): raise OSError('no route')", "connect", "OSError: no route", "where to look"),
    "begin": ("def begin(self, scenario): raise KeyError('x')", "begin", "KeyError: 'x' (", "where to look"),
    "exits": ("def begin(self, scenario): raise SystemExit(3)", "begin", "SystemExit: 3", "where to look"),
    "deliver": ("def deliver(self, message): None.post()", "deliver", "AttributeError: 'NoneType'", "where to look"),
    "waits": (
        "def deliver(self, message): wait(0.06)",
        "deliver",
        "sales-order was handed over in 0.06",
        "return as soon as a sender has the message",
    ),
    "mute": ("def deliver(self, message): ...", "hear", "nothing, for 0.05 s", "see that the system got the message"),
    "own numbers": (
        "def deliver(self, message): self._tell(Edge.CRM, 'order-update', {'order': 'A1', 'status': 'OPEN'})",
        "hear",
        "order-update about 'A1'",
        "give orders back the numbers that the kit gave them",
    ),
    "no message": ("def receive(self, patience): return {'id': 1}", "receive", "{'id': 1}", "where to look"),
    "not JSON": (
        "def receive(self, patience): return Message('a', 'order-update', Edge.CRM, {'at': {1}})",
        "receive",
        "no JSON can hold",
        "where to look",
    ),
    "no id": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    return heard and replace(heard, id='')
""",
        "receive",
        "no proper 'id': ''",
        "where to look",
    ),
    "unknown kind": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    return heard and replace(heard, kind='order-changed')
""",
        "form",
        "kind 'order-changed'",
        "docs/messages.md",
    ),
    "wrong edge": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    return heard and replace(heard, edge=Edge.DESK)
""",
        "form",
        "it on edge desk",
        "docs/messages.md",
    ),
    "bad body": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    return heard and replace(heard, body={'order': 3})
""",
        "form",
        "order: 3 is not of type 'string'",
        "docs/messages.md",
    ),
    "one id": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    return heard and replace(heard, id='same')
""",
        "ids",
        "'same' on an order-update and on a provisioning-order",
        "number the messages",
    ),
    "own names": (
        """
def _tell(self, edge, kind, body, re=None):
    lines = [{**line, "product": "INET-001"} if "product" in line else line for line in body.get("lines", ())]
    super()._tell(edge, kind, {**body, "lines": lines}, re)
""",
        "names",
        "'INET-001'",
        '"Internet Access" = "INET-001"',
    ),
    "own lists": (
        """
def _tell(self, edge, kind, body, re=None):
    lines = [{**line, "price_list": "PL7"} if "price_list" in line else line for line in body.get("lines", ())]
    super()._tell(edge, kind, {**body, "lines": lines}, re)
""",
        "names",
        "'PL7'",
        '"Household Price List" = "PL7"',
    ),
    "own lines": (
        """
def _tell(self, edge, kind, body, re=None):
    lines = [{**line, "line": "7"} if "line" in line else line for line in body.get("lines", ())]
    super()._tell(edge, kind, {**body, "lines": lines}, re)
""",
        "ids",
        "'7'",
        "give lines back the ids that the kit gave them",
    ),
    "own lines to billing": (
        """
def _tell(self, edge, kind, body, re=None):
    if kind == "billing-order":
        body = {**body, "lines": [{**line, "line": "7"} for line in body["lines"]]}
    super()._tell(edge, kind, body, re)
""",
        "ids",
        "'7'",
        "give lines back the ids that the kit gave them",
    ),
    "no answer": (
        """
def deliver(self, message):
    if message.kind != "order-query": super().deliver(message)
""",
        "answer",
        "no answer",
        "answer an order-query with an order-snapshot",
    ),
    "an answer to nothing": (
        """
def _tell(self, edge, kind, body, re=None): super()._tell(edge, kind, body)
""",
        "answer",
        "which answers nothing that was asked",
        "say in 're' which message it answers",
    ),
    "an edge by its name": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    return heard and replace(heard, edge="crm")
""",
        "receive",
        "an order-update on edge 'crm', which is none of Edge.",
        "where to look",
    ),
    "waits for ever": (
        """
def deliver(self, message):
    if message.kind == "order-query":
        self._tell(Edge.OMS, "order-snapshot", {"order": message.body["order"], "status": "OPEN"}, message.id)
    else:
        self._tell(Edge.CRM, "order-update", {"order": message.about, "status": "OPEN"})
""",
        "hear",
        "told of it: OPEN",
        "its word for COMPLETE",
    ),
    "too quiet": (
        """
def receive(self, patience):
    if patience and not self._heard.empty(): wait(0.03)
    return super().receive(patience)
""",
        "quiet",
        "quiet = 0.02; the slowest message (order-",
        "set [timing] quiet = 0.",
    ),
    "falsely idle": (
        """
calls = 0
def receive(self, patience):
    self.calls += 1
    return super().receive(patience) if self.calls % 2 == 0 else None
""",
        "silence",
        "then an order-update",
        "wait the patience out",
    ),
    "idle, then late": (
        """
told = False
def receive(self, patience):
    heard = super().receive(patience)
    if heard is None and patience and not self.told and self._count >= 12:
        self.told = True
        self._tell(Edge.CRM, "order-update", {"order": self._session + "-ORDER1", "status": "COMPLETE"})
        return None
    return heard
""",
        "silence",
        "then an order-update",
        "wait the patience out",
    ),
    "overruns": (
        """
def receive(self, patience):
    heard = super().receive(patience)
    if heard is None: wait(0.26)
    return heard
""",
        "receive",
        "None after 0.26",
        "pass the patience on",
    ),
    "endless": (
        """
def receive(self, patience):
    self._tell(Edge.CRM, "order-update", {"order": self._session + "-ORDER1", "status": "OPEN"})
    return super().receive(patience)
""",
        "rest",
        "more than 1000 messages",
        "handed over twice",
    ),
    "close": ("def close(self): raise OSError('gone')", "close", "OSError: gone", "in close end all threads"),
}
