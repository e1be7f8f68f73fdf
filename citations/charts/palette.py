"""How each word looks, on every screen and in every report; the table is `palette.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Swatch:
    """How one word looks: `ink` is legible on `fill`; `symbol` and `label` say it without colour."""

    label: str
    symbol: str
    fill: str
    ink: str


def _palette() -> Mapping[str, Swatch]:
    table = tomllib.loads((Path(__file__).parent / "palette.toml").read_text(encoding="utf-8"))
    return {word: Swatch(**look) for group in table.values() for word, look in group.items()}


PALETTE: Mapping[str, Swatch] = _palette()
"""Status, verdict, finding or grade -> how it looks."""
