"""What the schema.org vocabulary says about a business, in whatever syntax the page writes it."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from citations.models import Listing
from citations.pages import tables
from citations.pages.coordinates import Point, point
from citations.pages.document import Document
from citations.pages.draft import draft
from citations.pages.hours import opening_hours
from citations.pages.jsonld import Item
from citations.pages.links import is_business_site
from citations.pages.text import clean
from citations.postal import Address

_THOUSANDS = re.compile(r"(?<=\d)[\s,.’'](?=\d{3}(?!\d))")
_CODE = re.compile(r"[A-Z]{2}")


def rank(item: Item) -> int:
    """How surely the item is a business: 3 a local business of any kind, 2 another organisation or place, 0 neither."""
    kinds = [kind.lower() for kind in types(item)]
    return max((3 if "business" in kind else _ranks().get(kind, 0) for kind in kinds), default=0)


@cache
def _ranks() -> dict[str, int]:
    return {row["type"].lower(): int(row["rank"]) for row in tables.rows("business_types")}


def types(item: Item) -> list[str]:
    """The item's types without their vocabulary."""
    return [text.rstrip("/").rpartition("/")[2].rpartition(":")[2] for text in strings(item.get("@type"))]


def business(item: Item, reader: str, document: Document) -> Listing:
    """The listing that an item of a business type is."""
    found = address(item.get("address") or _of_place(item, "address"))
    phones = tuple(dict.fromkeys(_phones(item)))
    urls = [document.absolute(url) for url in (*strings(item.get("url")), *strings(item.get("sameAs")))]
    spot = _coordinates(item)
    return draft(
        reader,
        raw={"address": found.raw if isinstance(found, Address) else found},
        url=next((url for url in urls if document.directory and document.directory.owns(url)), ""),
        name=first(item.get("name")) or first(item.get("legalName")),
        address=found,
        phones=phones,
        website=next((url for url in urls if is_business_site(url, document, first(item.get("name")))), ""),
        hours=opening_hours(item),
        categories=tuple(strings(item.get("category")) or strings(item.get("servesCuisine"))),
        latitude=spot.latitude if spot else None,
        longitude=spot.longitude if spot else None,
        reviews=_reviews(item),
        rating=_rating(item),
        emails=tuple(text.removeprefix("mailto:") for text in strings(item.get("email")) if "@" in text),
        languages=tuple(strings(item.get("availableLanguage")) or strings(item.get("knowsLanguage"))),
        updated=first(item.get("dateModified")),
    )


def address(value: Any) -> Address | str:
    """A postal address given as object, list or text; parts stay as written, the street line whole."""
    if isinstance(value, list):
        return next((found for found in map(address, value) if found), "")
    if not isinstance(value, dict):
        return clean(str(value)) if isinstance(value, str) else ""
    if "streetAddress" not in value and isinstance(value.get("address"), dict | list | str):
        return address(value["address"])
    parts = {
        "street": ", ".join(strings(value.get("streetAddress"))),
        "city": first(value.get("addressLocality")),
        "region": first(value.get("addressRegion")),
        "postcode": first(value.get("postalCode")),
    }
    if not any(parts.values()):
        return first(value.get("name")) if "PostalAddress" in types(value) else ""
    box = first(value.get("postOfficeBoxNumber"))
    parts["street"] = parts["street"] or (f"PO Box {box}" if box else "")
    country = first(value.get("addressCountry"))
    if not parts["region"] and _calls_itself_region(country):
        parts["region"], country = country, ""
    raw = ", ".join(part for part in (*parts.values(), country) if part)
    return Address(**parts, country=country_code(country), raw=raw)


def _calls_itself_region(text: str) -> bool:
    """True for a part of a country that a page gives where the country should stand: "Osaka Prefecture"."""
    return text.rpartition(" ")[2].lower() in tables.toml("words")["kinds_of_region"]


def country_code(text: str) -> str:
    """The ISO code of a country given by code or name; blank when it is not known."""
    if _CODE.fullmatch(text):
        return text
    for code, names in tables.toml("words")["countries"].items():
        if text.lower() in (name.lower() for name in names):
            return str(code)
    return ""


def strings(value: Any) -> list[str]:
    """The texts in a value that may be text, number, list, or an object with a name."""
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    if isinstance(value, dict):
        return strings(value.get("name") or value.get("@value") or value.get("@id") or value.get("url"))
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return [text] if (text := clean(str(value))) else []
    return []


def first(value: Any) -> str:
    """The first text in a value; blank when there is none."""
    return next(iter(strings(value)), "")


def _phones(item: Item) -> Iterator[str]:
    numbers = strings(item.get("telephone")) or strings(item.get("phone")) or _of_contact_points(item)
    for number in numbers or strings(_of_place(item, "telephone")):
        yield number.removeprefix("tel:").strip()


def _reviews(item: Item) -> int | None:
    """How many people have reviewed or rated the business; None where that is not said."""
    rating = _aggregate(item)
    said = first(rating.get("reviewCount")) or first(rating.get("ratingCount"))
    number = _THOUSANDS.sub("", said).partition(".")[0]
    return int(number) if number.isdecimal() and len(number) < 10 else None


def _rating(item: Item) -> float | None:
    """The mean of its ratings, as said; None where that is not said or no number."""
    text = first(_aggregate(item).get("ratingValue")).replace(",", ".")
    return float(text) if re.fullmatch(r"\d{1,3}(\.\d{1,6})?", text) else None


def _aggregate(item: Item) -> Item:
    rating = item.get("aggregateRating")
    rating = rating[0] if isinstance(rating, list) and rating else rating
    return rating if isinstance(rating, dict) else {}


def _of_contact_points(item: Item) -> list[str]:
    points = item.get("contactPoint") or item.get("contactPoints") or []
    return [
        number
        for point in (points if isinstance(points, list) else [points])
        if isinstance(point, dict)
        for number in strings(point.get("telephone"))
    ]


def _of_place(item: Item, key: str) -> Any:
    place = item.get("location")
    place = place[0] if isinstance(place, list) and place else place
    if isinstance(place, dict):
        return place.get(key) or (place if key == "address" and "streetAddress" in place else None)
    return place if key == "address" and isinstance(place, str) else None


def _coordinates(item: Item) -> Point | None:
    geo = item.get("geo") or _of_place(item, "geo")
    geo = geo[0] if isinstance(geo, list) and geo else geo
    return point(first(geo.get("latitude")), first(geo.get("longitude"))) if isinstance(geo, dict) else None
