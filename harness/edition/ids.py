"""The ids of examples (features/ids.toml): what results, baselines and tickets outside the kit refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Ids:
    """Every id that was ever given to an example, "PL-09/oms/title/row"; ``renamed`` says what one is called since."""

    known: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=dict)

    def now(self, example: str) -> str:
        """What an example is called now; its own id where it was never renamed."""
        seen = {example}
        while (later := self.renamed.get(example)) is not None and later not in seen:
            seen.add(later)
            example = later
        return example


def read_ids(content: Mapping[str, Any]) -> Ids:
    """The ids that the content of an ids.toml holds (schemas/ids.json)."""
    return Ids(frozenset(content["examples"]), content.get("renamed", {}))
