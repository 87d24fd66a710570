"""How neighbours are called in the sentences."""

from ordertck.steps.spelled import spelled

OFFICES = r'each back office|a back office|the back office|back office "[^"]+"'


@spelled(OFFICES)
def office(text: str) -> str:
    return text.split('"')[1] if '"' in text else text


@spelled(rf"the CRM and the back office|the CRM|{OFFICES}")
def holder(text: str) -> str:
    return text if text.startswith("the CRM") else office(text)


# Which role stands behind a neighbour that the kit plays; nobody can be seen who is part of the system under test.
BEHIND = {"crm": "crm", "oms": "oms", "provisioning": "som"}
_NAMES = {"the CRM": "crm", "the order system": "oms", "billing": "billing", "provisioning": "provisioning"}


@spelled("|".join(_NAMES))
def neighbour(text: str) -> str:
    return _NAMES[text]


@spelled("|".join((*_NAMES, OFFICES)))
def reached(text: str) -> str:
    return _NAMES.get(text) or office(text)


@spelled(r"billing|provisioning|the network")
def worker(text: str) -> str:
    return text.removeprefix("the ")
