"""Which directories to check: those that list businesses of these countries, each with what it takes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from citations.audit import Health, apis_of, suited, usable_api
from citations.directory import Directory
from citations.locations import countries
from citations.models import Location
from citations.settings import Settings
from citations.ui import data
from citations.ui.html import draw, label
from citations.words import Access, HealthState

_GROUPS = (
    ("The program checks these by itself", "auto"),
    ("A person and the program together: the program opens the page, you look, it compares", "assisted"),
    ("These need a key", "key"),
)


@dataclass(frozen=True)
class Choice:
    """A directory that can be chosen, with what is to be said of it."""

    directory: Directory
    group: str
    locations: int
    says: tuple[str, ...]
    matters: bool = True

    @property
    def is_usual(self) -> bool:
        """True for one that is chosen to begin with: one that matters for these locations and can be asked."""
        return self.matters and self.group != "key"


def ask(locations: Sequence[Location]) -> list[Directory]:
    """Draw the choices for these locations; returns the chosen directories."""
    every = choices(locations)
    _quick(every)
    chosen: list[Directory] = []
    for title, group in _GROUPS:
        found = [choice for choice in every if choice.group == group and choice.matters]
        if found:
            draw("subheading", text=title)
            chosen += [choice.directory for choice in found if _box(choice)]
    further = [choice for choice in every if not choice.matters]
    if further:
        with st.expander(f"{len(further):,} further directories that matter less for these locations"):
            chosen += [choice.directory for choice in further if _box(choice)]
    return chosen


def _quick(every: Sequence[Choice]) -> None:
    """Buttons that set all the choices at once."""
    with st.container(horizontal=True):
        for words, holds in _QUICK.items():
            may_be_clicked = words == _NONE or any(map(holds, every))
            st.button(words, on_click=_set, args=(every, holds), disabled=not may_be_clicked)


_NONE = "None of them"
_QUICK: Mapping[str, Callable[[Choice], bool]] = {
    "Those that matter here": lambda choice: choice.is_usual,
    "Only what the program checks itself": lambda choice: choice.is_usual and choice.group == "auto",
    "Only the most important (tier 1)": lambda choice: choice.is_usual and choice.directory.tier == 1,
    "All of them": lambda _: True,
    _NONE: lambda _: False,
}


def choices(locations: Sequence[Location]) -> list[Choice]:
    """The directories that list at least one of these locations, the most important first."""
    found, health = [], data.health()
    usual = {each.directory.id: each for each in suited(locations, data.catalog())}
    for directory in data.directories().values():
        fitting = sum(directory.applies_to(location) for location in locations)
        if fitting:
            state = health.get(directory.id)
            says = (usual[directory.id].why.capitalize(), *_says(directory, fitting, len(locations), state))
            is_left_out = state is not None and state.state is HealthState.DEGRADED
            group = "assisted" if is_left_out else _group(directory, locations)
            found.append(Choice(directory, group, fitting, says, usual[directory.id].is_usual))
    return sorted(found, key=lambda choice: (choice.directory.tier, choice.directory.name))


def _group(directory: Directory, locations: Sequence[Location]) -> str:
    has_api = usable_api(directory, Settings()) is not None
    if has_api:
        return "auto"
    if directory.access == Access.API:
        return "key"
    can_search = bool(directory.searches) or "*" in directory.domains or any(directory.find(locations[0]))
    can_visit = directory.access != Access.ASSISTED and (can_search or any(map(directory.known_url, locations)))
    return "auto" if can_visit else "assisted"


def _says(directory: Directory, fitting: int, of: int, health: Health | None) -> Iterator[str]:
    """What it takes to check there, in a few words each."""
    if directory.countries:
        yield countries.in_words(directory.countries)
    if fitting < of:
        yield f"{fitting:,} of {of:,} locations"
    if "*" in directory.domains:
        return
    yield str(health) if health else "never checked live"
    if directory.api and usable_api(directory, Settings()) is None:
        keys = " or ".join(api.key for api in apis_of(directory) if api.key)
        yield f"its official API is asked when {keys} is set"
    if directory.access_note:
        yield directory.access_note


def _box(choice: Choice) -> bool:
    key = f"check-{choice.directory.id}"
    st.session_state.setdefault(key, choice.is_usual)
    says = " · ".join((f"**{label(choice.directory.name)}**", *map(label, choice.says)))
    ticked = st.checkbox(says, key=key, persist_state="session")
    return bool(ticked)


def _set(every: Sequence[Choice], holds: Callable[[Choice], bool]) -> None:
    for choice in every:
        st.session_state[f"check-{choice.directory.id}"] = holds(choice)
