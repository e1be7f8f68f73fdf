"""`docs/how-matching-decides.md` and the code say the same: names, verdicts, order of the rules, every example."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import citations.nap
from citations.words import Verdict
from tests.nap.asked import rules_asked
from tests.nap.test_examples import EXAMPLES, compared

CODE = Path(citations.nap.__file__).parent
PAGE = (CODE.parents[1] / "docs" / "how-matching-decides.md").read_text(encoding="utf-8")
FIELDS = ("name", "address", "phone", "website", "hours", "categories")
PARTS = ("number", "street", "unit", "city", "region", "postcode")
_OF_FIELDS, _OF_PARTS = rf"(?:{'|'.join(FIELDS)})\.[a-z_0-9]+", rf"(?:{'|'.join(PARTS)})_[a-z_]+"
RULE = re.compile(rf"(?:{_OF_FIELDS}|{_OF_PARTS})")
_PART_RULE = re.compile(rf"(?:address\.)?{_OF_PARTS}")
GENERAL = {"no_record": "not_compared", "absent": "absent", "identical": "same", "missing": "incomplete"}
# Rules that take more than two texts: addresses in parts, a record with former values, roles and siblings, or a link
# that was followed. test_compare.py and the table of link ends reach them.
NEED_MORE = {"former", "hidden", "sibling", "name.alias", "name.former", "phone.fax", "phone.retired", "phone.tracking"}
NEED_MORE |= {"nothing_common", "region_unknown", "street_known"}
NEED_MORE |= {"phone.toll_free", "phone.main", "website.dead", "website.former", "website.redirected"}


def in_code() -> set[str]:
    """Every rule that the code names, those of address parts without their field."""
    code = "".join(file.read_text(encoding="utf-8") for file in CODE.glob("*.py"))
    found = re.findall(rf'"({RULE.pattern})"', code)
    return {rule.removeprefix("address.") for rule in found} - {f"{part}_missing" for part in PARTS}


def rows() -> list[list[str]]:
    """The rows of the tables of the page, as cells."""
    lines = (line for line in PAGE.split("\n") if line.startswith("|") and not line.startswith("|---"))
    return [[cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def documented() -> dict[str, str]:
    """Each rule of the page -> its verdict; a rule of an address part without a word has that of its kind."""
    found: dict[str, str] = {}
    for first, second, *_ in rows():
        rules = [rule for rule in re.findall(r"`([^`]+)`", first) if RULE.fullmatch(rule)]
        verdict = re.match(r"[a-z_]+", second)
        found |= dict.fromkeys(rules, verdict[0] if verdict else "")
        if first in PARTS:
            found |= dict(_of_parts(second))
    return found


def _of_parts(cell: str) -> Iterator[tuple[str, str]]:
    """`a`, `b` incomplete · `c` formatting (…): a verdict holds for the rules before it that have none."""
    waiting: list[str] = []
    words = re.findall(r"`[^`]+`|·|, but|[a-z_]+", re.sub(r"\([^()]*\)", "", cell))
    for word in words:
        if RULE.fullmatch(rule := word.strip("`")):
            waiting.append(rule)
        elif waiting and (word in set(Verdict) or word in ("·", ", but")):
            yield from ((rule, word if word in set(Verdict) else _by_name(rule)) for rule in waiting)
            waiting = []
    yield from ((rule, _by_name(rule)) for rule in waiting)


def _by_name(rule: str) -> str:
    end = rule.rpartition("_")[2]
    return GENERAL.get(end, "not_compared" if rule.endswith("no_record") else end)


def reached() -> dict[str, str]:
    """Each rule that the tables of examples reach -> the verdict that it gave there."""
    found = {}
    for field in FIELDS:
        with (EXAMPLES / f"{field}_pairs.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                result = compared(field, row["canonical"], row["listed"], row.get("country") or "US")
                for one in (result, *result.parts.values()):
                    found[one.rule.removeprefix("address.")] = one.verdict.value
    return found


def general(rule: str) -> bool:
    """True for the rules that every field has, which the page explains once."""
    return (
        rule.partition(".")[2] in GENERAL
        or rule in GENERAL
        or rule.rpartition("_")[2] in ("identical", "record", "missing")
    )


def test_the_page_and_the_code_name_the_same_rules() -> None:
    page = set(documented()) | {rule for rule in in_code() if f"`address.{rule}`" in PAGE}
    assert {rule for rule in in_code() - page if not general(rule)} == set()
    assert {rule for rule in page - in_code() if not general(rule) and not rule.endswith(".sibling")} == set()


def test_the_page_says_the_verdict_of_every_rule_and_an_example_reaches_it() -> None:
    page, found = documented(), reached()
    assert {rule: verdict for rule, verdict in found.items() if page.get(rule, verdict) != verdict} == {}
    assert {rule for rule in in_code() - set(found) - NEED_MORE if not general(rule)} == set()


@pytest.mark.parametrize("field", ["name", "phone", "website", "hours", "categories"])
def test_the_page_has_the_rules_in_the_order_in_which_they_are_asked(field: str) -> None:
    asked = rules_asked(f"compare_{field}", RULE)
    page = [rule for rule in documented() if rule.startswith(f"{field}.") and rule in asked]
    assert len(page) > 4
    assert page == [rule for rule in asked if rule in page]


@pytest.mark.parametrize("part", PARTS)
def test_the_page_has_the_rules_of_each_part_of_an_address_in_that_order(part: str) -> None:
    asked = [rule.removeprefix("address.") for rule in rules_asked(f"compare_{part}", _PART_RULE)]
    page = [rule for rule in documented() if rule.startswith(f"{part}_") and rule in asked]
    assert len(page) > 2
    assert page == [rule for rule in asked if rule in page]


def examples() -> list[tuple[str, str, str, str, str]]:
    """(field, rule, verdict, record, listed) for each example in backquotes of a table with a record in its heading."""
    found, record = [], ""
    for first, second, third, *_ in (row for row in rows() if len(row) > 2):
        if first == "rule":
            record = "".join(re.findall(r"\(record `([^`]+)`\)", third))
        elif record and RULE.match(first.strip("`")):
            rule, field = first.strip("`"), first.strip("`").partition(".")[0]
            for listed, other in re.findall(r"`([^`]+)`(?: for `([^`]+)`)?", third):
                found.append((field, rule, re.split(r"\W", second)[0], other or record, listed))
    return found


@pytest.mark.parametrize(("field", "rule", "verdict", "record", "listed"), examples())
def test_every_example_of_the_page(field: str, rule: str, verdict: str, record: str, listed: str) -> None:
    result = compared(field, record, listed)
    assert (result.rule, result.verdict) == (rule, verdict), (record, listed, result.reason)


TABLES = sorted(file for room in ("nap", "postal") for file in (CODE.parent / room / "tables").glob("*.*"))


@pytest.mark.parametrize("file", TABLES, ids=lambda file: file.name)
def test_every_table_says_where_it_comes_from(file: Path) -> None:
    head = file.read_text(encoding="utf-8").split("\n")[0]
    assert head.startswith("# ")
    assert len(head) > 60
