"""Turns templates into pages and files. Everything that a page shows is escaped."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from citations.practice.hours import blocks, in_german, in_words
from citations.practice.phone_book import dialled
from citations.practice.shown import Shown
from citations.practice.tables import Trade

NOTE = "Practice web: invented businesses"


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(["html"]),
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    templates.filters |= {"dialled": dialled, "hours_rows": hours_rows, "hours_rows_in_german": hours_rows_in_german}
    templates.globals["note"] = NOTE
    return templates


def render(template: str, **values: object) -> str:
    """The text that a template makes of the values; in pages, values are escaped."""
    return _templates().get_template(template).render(**values)


def hours_rows(shown: Shown) -> list[str]:
    """The hours as lines for people: one for each day, or the words in their place."""
    if isinstance(shown.hours, str):
        return [shown.hours] if shown.hours else []
    return [f"{day}: {span}" for day, span in in_words(shown.hours)]


def hours_rows_in_german(shown: Shown) -> list[str]:
    """The hours as lines for people who read German; words in their place stay as they are."""
    return in_german(shown.week) if shown.week else hours_rows(shown)


def local_business(shown: Shown, trade: Trade) -> dict[str, object]:
    """The values as schema.org structured data; what is not shown is left out."""
    parts = {
        "@type": "PostalAddress",
        "streetAddress": shown.street_line,
        "addressLocality": shown.city,
        "addressRegion": shown.region,
        "postalCode": shown.postcode,
        "addressCountry": shown.country,
    }
    address = shown.directions or (_without_blanks(parts) if shown.address_line else "")
    hours = [shown.hours] if isinstance(shown.hours, str) else blocks(shown.hours)
    data = {
        "@context": "https://schema.org",
        "@type": trade.schema_type,
        "name": shown.name,
        "address": address,
        "telephone": shown.phone,
        "openingHours": [block for block in hours if block],
    }
    return _without_blanks(data)


def _without_blanks(data: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in data.items() if value}
