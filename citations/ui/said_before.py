"""What each listing of a location said from when to when, over all audits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citations.models import Location
from citations.reports.change_words import change_field
from citations.reports.wording import wording
from citations.store import AuditInfo, FieldSaid, Spell
from citations.ui import data, signs
from citations.ui.html import draw


@dataclass(frozen=True)
class Stretch:
    """One spell as it is shown: its sign, and what was to be put right then."""

    spell: Spell
    sign: signs.Sign
    wrong: Sequence[tuple[str, signs.Sign, FieldSaid]]


def show(audit: AuditInfo, location: Location) -> None:
    """The directories where something has changed, the newest spell first; nothing when none has."""
    names = {directory.id: directory.name for directory in audit.directories}
    changed = {key: spells for key, spells in _by_directory(data.spells(audit, location)).items() if len(spells) > 1}
    if changed:
        shown = {
            names.get(key, key): [_stretch(spell) for spell in reversed(spells)] for key, spells in changed.items()
        }
        draw("heading", text="What the listings said before")
        draw("said_before", directories=shown)


def _by_directory(spells: Sequence[Spell]) -> Mapping[str, Sequence[Spell]]:
    groups: dict[str, list[Spell]] = {}
    for spell in spells:
        groups.setdefault(spell.place[2], []).append(spell)
    return groups


def _stretch(spell: Spell) -> Stretch:
    reason = wording()["reason_short"].get(spell.reason, "") if spell.reason else ""
    wrong = [
        (change_field(field), signs.of_word(said.word), said) for field, said in spell.fields.items() if said.wrong
    ]
    return Stretch(spell, signs.of_word(spell.status, reason), wrong)
