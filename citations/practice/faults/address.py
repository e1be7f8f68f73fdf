"""Faults of the address."""

# ruff: noqa: D103 -- what each fault is stands in tables/faults.csv

from citations.practice.faults.case import Case, Changes, fault, only, respelt
from citations.practice.phone_book import digits
from citations.practice.shown import NO_ADDRESS
from citations.practice.tables import metros, words


@fault
def street_abbreviated(case: Case) -> Changes:
    street = case.truth.street
    if street.endswith("straße"):
        return {"street": street.removesuffix("straße") + "str."}
    return only(street=respelt("street", street, case.rng))


@fault
def unit_respelt(case: Case) -> Changes:
    return only(unit=respelt("unit", case.truth.unit, case.rng))


@fault
def city_respelt(case: Case) -> Changes:
    return only(city=respelt("city", case.truth.city, case.rng))


@fault
def postcode_plus_four(case: Case) -> Changes:
    return None if case.is_german else {"postcode": f"{case.truth.postcode}-{case.rng.randint(1000, 9999)}"}


@fault
def unit_missing(case: Case) -> Changes:
    return {"unit": ""} if case.truth.unit else None


@fault
def unit_other(case: Case) -> Changes:
    return only(unit=f"Suite {int(digits(case.truth.unit)) + 10}" if case.truth.unit else "")


@fault
def number_other(case: Case) -> Changes:
    return {"number": str(int(case.truth.number) + case.rng.choice((2, 10, 100)))}


@fault
def street_other(case: Case) -> Changes:
    street = case.founder.street(case.truth.country)
    return only(street=street if not set(case.truth.street.split()) & set(street.split()) else "")


@fault
def postcode_other(case: Case) -> Changes:
    others = [postcode for postcode in case.business.town.postcodes if postcode != case.truth.postcode]
    return {"postcode": case.rng.choice(others)} if others else None


@fault
def postcode_missing(case: Case) -> Changes:
    return None if case.hides_address else {"postcode": ""}


@fault
def town_other(case: Case) -> Changes:
    home = case.business.town
    area = metros(home.country)[home.metro]
    near = [town for town in area if town != home and town.region == home.region]
    if not near:
        return None
    town = case.rng.choice(near)
    return {"city": town.city, "postcode": case.rng.choice(town.postcodes)}


@fault
def address_former(case: Case) -> Changes:
    former = case.former("address")
    return {**NO_ADDRESS, **written_address(former)} if former else None


@fault
def address_shown(case: Case) -> Changes:
    true = case.business.record.postal
    return {"number": true.number, "street": true.street} if case.hides_address else None


@fault
def address_sibling(case: Case) -> Changes:
    branch = case.branch()
    return {part: getattr(branch, part) for part in NO_ADDRESS} if branch else None


@fault
def address_missing(case: Case) -> Changes:
    return None if case.hides_address else NO_ADDRESS


@fault
def address_unreadable(case: Case) -> Changes:
    if case.hides_address:
        return None
    return {
        **NO_ADDRESS,
        "directions": case.rng.choice(words("streets", "wegweiser" if case.is_german else "directions")),
    }


def written_address(text: str) -> dict[str, str]:
    """The parts of an address as records of this world write it.

    That is "12 Oak Road, Austin, TX 78701", or "Mühlenstraße 12, 10115 Berlin".
    """
    if text.count(", ") == 1:
        line, place = text.split(", ")
        street, _, number = line.rpartition(" ")
        postcode, _, city = place.partition(" ")
        return {"number": number, "street": street, "city": city, "postcode": postcode}
    line, city, state = text.split(", ")
    number, _, street = line.partition(" ")
    region, _, postcode = state.partition(" ")
    return {"number": number, "street": street, "city": city, "region": region, "postcode": postcode}
