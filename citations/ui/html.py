"""HTML for the screen, from templates that escape everything: the only way by which text gets there.

A listing's name can be a script, a kilometre long, or turn the writing direction of the whole page.
`citations.reports.shown` makes such text fit to be shown, the same on screen and in the report; the
templates escape whatever else they are given. Streamlit's own labels are Markdown: for those `label`.
"""

import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from citations.nap.waterfall import waterfall
from citations.reports.shown import plain, value, web_address

HERE = Path(__file__).parent
_LINKED = re.compile(r"https?:|www(?=\.)|@", re.IGNORECASE)  # where Streamlit would begin a link
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&])")


def draw(template: str, **values: object) -> None:
    """Put `templates/{template}.html.j2` on the page, filled with `values`."""
    st.html(_templates().get_template(f"{template}.html.j2").render(values))


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"value": value, "plain": plain, "sentence": sentence}
    environment.filters |= {"when": when, "amount": amount, "percent": percent}
    environment.globals |= {"web_address": web_address, "steps": waterfall}
    return environment


def when(moment: datetime) -> str:
    """A point in time in UTC, as people write it."""
    moment = moment.astimezone(UTC)
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def sentence(text: str) -> str:
    """`text` with a capital at its start and a full stop at its end."""
    text = plain(text)
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def amount(number: float) -> str:
    """A number with at most one decimal: 3, 2.5."""
    return f"{number:,.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """A share from 0 to 1 as a whole percentage."""
    return f"{share:.0%}"


def label(text: str) -> str:
    """`text` for a place that Streamlit reads as Markdown, with nothing in it that Markdown acts on.

    An address in it stays text: a link inside a button or a label cannot be reached by keyboard.
    """
    return _MARKDOWN.sub(r"\\\1", _LINKED.sub("\\g<0>\u2060", plain(text)))
