"""Words that several reasons share. A reason names consequence and cause for an owner; it never blames."""

from datetime import date

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def when(until: str) -> str:
    """The words " in March 2021" for the ISO dates 2021-03 and 2021-03-15, " in 2021" for 2021, else nothing."""
    year, _, rest = until.strip().partition("-")
    if not (year.isdigit() and len(year) == 4):
        return ""
    month = rest.partition("-")[0]
    if month.isdigit() and 1 <= int(month) <= 12:
        return f" in {_MONTHS[int(month) - 1]} {year}"
    return f" in {year}"


def has_passed(until: str, today: date) -> bool:
    """True when `until`, an ISO day, month or year, lies before today; a blank date has not passed."""
    day = until.strip()
    return day[:4].isdigit() and day < today.isoformat()[: len(day)]
