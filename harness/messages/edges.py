"""The edges that a message can cross."""

from enum import StrEnum


class Edge(StrEnum):
    """Where a message crosses: the border between two parts of the landscape.

    ``submission`` lies between CRM and integration, ``oms`` before the order system, ``billing`` and
    ``provisioning`` before those neighbours, ``network`` between service order management and the network, ``crm``
    where updates reach the CRM, ``desk`` between a user and the CRM; ``bench`` is the test bench (hold and release,
    stop and start, never work).
    """

    SUBMISSION = "submission"
    OMS = "oms"
    BILLING = "billing"
    PROVISIONING = "provisioning"
    NETWORK = "network"
    CRM = "crm"
    DESK = "desk"
    BACKOFFICE = "backoffice"
    BENCH = "bench"
