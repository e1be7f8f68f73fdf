"""What a value must look like, field by field: each rule gives the value back, or says what is wrong with it."""

import re
from datetime import date
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

import phonenumbers
from phonenumbers import PhoneNumberFormat, ValidationResult, national_significant_number

from citations.locations.columns import table, words
from citations.locations.locations_file import Foreign, Unfit
from citations.locations.status import status
from citations.words import Kind, Lifecycle, PhoneRole

_HOST = re.compile(r"(?!-)[\w-]+(\.[\w-]+)*\.[^\W\d][\w-]+\.?|([\w-]+\.)*localhost")
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_UNTIL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@cache
def phone(text: str, country: str) -> str:
    """A phone number that can exist in the country, as it is written."""
    if not country:
        return text
    if _SCIENTIFIC.fullmatch(text):
        raise Unfit("a spreadsheet has rounded this number; format the column as text and enter it again")
    text = re.sub(r"\.0$", "", text)
    try:
        number = phonenumbers.parse(text, country)
        verdict = phonenumbers.is_possible_number_with_reason(number)
    except phonenumbers.NumberParseException as error:
        too_long = error.error_type == phonenumbers.NumberParseException.TOO_LONG
        verdict = ValidationResult.TOO_LONG if too_long else ValidationResult.INVALID_LENGTH
    if verdict != ValidationResult.IS_POSSIBLE:
        raise Foreign(f"{_PHONE_FAULTS[verdict]}; write it like {_example_phone(country)}")
    if number.country_code == _NORTH_AMERICA and _NO_AREA_CODE.fullmatch(digits := national_significant_number(number)):
        raise Foreign(f"no area code begins with {digits[0]}; write it like {_example_phone(country)}")
    return text


def is_abroad(text: str, country: str) -> bool:
    """True for a phone number written with the code of another country, as +49 89 1234567 is in the US."""
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return False
    return number.country_code != phonenumbers.country_code_for_region(country)


_NORTH_AMERICA = 1
_NO_AREA_CODE = re.compile(r"(?!(\d)\1*$)[01]\d*")  # but a placeholder of one digit is no number at all
_PHONE_FAULTS = {
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "the area code is missing",
    ValidationResult.TOO_SHORT: "too short for a phone number",
    ValidationResult.TOO_LONG: "too long for one phone number (further ones go into 'Additional phones')",
    ValidationResult.INVALID_COUNTRY_CODE: "no country has this code",
    ValidationResult.INVALID_LENGTH: "not a phone number",
}


@cache
def _example_phone(country: str) -> str:
    number = phonenumbers.example_number(country)
    return phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL) if number else "+1 201-555-0123"


def website(text: str) -> str:
    """A web address, with or without its scheme, as it is written."""
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise Unfit("not a web address; write it like https://www.name.example/") from error
    if "@" in parts.netloc:
        raise Unfit("this is an e-mail address; write the address of the website")
    if parts.scheme not in ("http", "https") or " " in text or not (_is_ip(host) or _HOST.fullmatch(host)):
        raise Unfit("not a web address; write it like https://www.name.example/")
    return text


def is_website(text: str) -> bool:
    """True for a web address with a scheme, or with a path behind its host."""
    if "://" not in text and "/" not in text:
        return False
    try:
        return bool(website(text))
    except Unfit:
        return False


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def until(text: str) -> str:
    """An ISO date, a year and month, or a year."""
    match = _UNTIL.fullmatch(text)
    try:
        if match:
            date(*(int(part or 1) for part in match.groups()))
            return text
    except ValueError:
        pass
    raise Unfit("not a date; write it like 2024-05-31, 2024-05 or 2024")


def kind(text: str) -> Kind:
    """What sort of entity a location is."""
    for name, spellings in table()["kinds"].items():
        if words(text) in spellings:
            return Kind(name)
    raise Unfit(f"this kind is not known; choose one of {', '.join(Kind)}")


def lifecycle(text: str) -> Lifecycle:
    """Whether a location is open."""
    try:
        return _LIFECYCLES[status(text).name]
    except KeyError:
        raise Unfit("say open, closed or temporarily closed") from None


_LIFECYCLES = {
    "open": Lifecycle.OPEN,
    "permanently_closed": Lifecycle.CLOSED,
    "temporarily_closed": Lifecycle.TEMPORARILY_CLOSED,
}


def role(text: str) -> PhoneRole:
    """What a further number is for."""
    try:
        return PhoneRole(words(text).replace(" ", "_"))
    except ValueError as error:
        raise Unfit(f"the role {text!r} is not known; choose one of {', '.join(PhoneRole)}") from error


def former_field(text: str) -> str:
    """The field that a former value is of."""
    if text in ("name", "address", "phone", "website"):
        return text
    raise Unfit(f"{text!r} has no former values; choose one of name, address, phone, website")


def flag(text: str) -> bool:
    """Yes or no."""
    for word, answer in (("yes", True), ("no", False)):
        if text.lower() in table()["words"][word]:
            return answer
    raise Unfit("write yes or no")


def degrees(text: str, limit: float) -> float:
    """A latitude or longitude in decimal degrees, within ±`limit`."""
    try:
        value = float(text.replace(",", "."))
    except ValueError as error:
        raise Unfit("not a number; write decimal degrees, such as 39.7817") from error
    if not -limit <= value <= limit:
        raise Unfit(f"out of range; it must lie between -{limit:g} and {limit:g}")
    return value
