"""State embedded in a page: any of it is read without raising, in bounded time, and says nothing that is not there."""

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from citations.models import Reading
from citations.pages import read_page, state_keys
from citations.pages.script_json import script_json
from citations.pages.tables import toml
from tests.pages.directories import KNOWN

PROFILE, SEARCH = "https://town.example/biz/a1", "https://town.example/search?q=bakery&where=Portland"
FEW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TABLE = toml("state")
KEYS = sorted({key for value in TABLE.values() if isinstance(value, list) for key in value} | {"__ref", "__typename"})
STATE = st.recursive(
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=10)
    | st.sampled_from(["503-555-0111", "12 Harbor Lane, Portland, OR 97201", "/biz/a1", "$1", "harborlane.example"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=25,
)
WRITTEN = ("window.STATE = {};", '<script id="__NEXT_DATA__" type="application/json">{}', "JSON.parse({!r})", "f({})")


def page(code: str) -> str:
    """A page whose only script is `code`, or begins with it."""
    opening = "" if code.startswith("<script") else "<script>"
    return f"<title>Harbor Lane Bakery</title><h1>Harbor Lane Bakery</h1>{opening}{code}</script>"


@FEW
@given(STATE, st.sampled_from(WRITTEN), st.sampled_from([PROFILE, SEARCH]), st.sampled_from([None, *KNOWN.values()]))
def test_any_state(value: object, written: str, url: str, directory: object) -> None:
    code = written.replace("{!r}", repr(json.dumps(value))).replace("{}", json.dumps(value)).replace("</", "<")
    assert isinstance(read_page(page(code), url, directory), Reading)  # type: ignore[arg-type]


@FEW
@given(st.text(alphabet="{}[]\"':,=(\\ $123abT\n<-x", max_size=300))
def test_any_code(code: str) -> None:
    prefixes = ("window.X = ", "JSON.parse('", "self.__next_f.push([1,", '<script type="application/json">')
    for prefix in prefixes:
        assert isinstance(script_json(LexborHTMLParser(page(prefix + code))).values, list)


@FEW
@given(STATE, st.sampled_from(["x = ", "x=[1,", "f(", "{a:"]))
def test_json_in_code_is_found_whole(value: object, before: str) -> None:
    if finite(value):
        written = json.dumps({"kept": value, "rest": "x"}, allow_nan=False)
        found = script_json(LexborHTMLParser(page(f"var q = '\"'; {before}{written}, more);"))).values
        assert {"kept": value, "rest": "x"} in found


def finite(value: object) -> bool:
    """True when JSON has a way to write `value`."""
    try:
        return "</" not in json.dumps(value, allow_nan=False)
    except ValueError:
        return False


HOSTILE = {
    "never closed": 'x = {"a":' * 60_000,
    "never closed, in calls": 'f([{"a":[' * 60_000,
    "deep": "x = " + '{"a":' * 50_000 + "1" + "}" * 50_000,
    "deep lists": "x = " + "[" * 100_000 + "]" * 100_000,
    "strings without end": "JSON.parse('" * 50_000,
    "escapes without end": "JSON.parse('" + "\\\\'" * 200_000,
    "very many values": "x = [" + '{"name":"a"},' * 400_000 + "0]",
    "very many businesses": "x = [" + '{"name":"a b","phone":"503-555-0111","url":"/biz/%d"},' * 60_000 + "0]",
    "a number as long as a book": 'x = {"a": ' + "9" * 2_000_000 + "}",
    "rows without end": "self.__next_f.push([1," + json.dumps("1:T7fffffff,x\n" * 100_000) + "])",
    "many rows": "self.__next_f.push([1," + json.dumps('a:{"a":\n' * 200_000) + "])",
    "many scripts": "1</script>" + '<script>x = {"a": [1, 2]}</script>' * 20_000 + "<script>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_state_takes_no_longer_than_a_visit(name: str) -> None:
    start = time.process_time()
    for url in (PROFILE, SEARCH):
        assert isinstance(read_page(page(HOSTILE[name]), url, KNOWN["town"]), Reading)
    assert time.process_time() - start < 15


def test_the_table_spells_its_keys_as_they_are_looked_up() -> None:
    for name, spelled in TABLE.items():
        if isinstance(spelled, list) and name != "not_a_business":
            assert [state_keys.key_of(key) for key in spelled] == spelled, name


def test_a_search_on_a_page_of_state_proves_what_its_cards_prove() -> None:
    empty = read_page(page('x = {"results": []}'), SEARCH, KNOWN["town"])
    assert not len(empty)
    assert not empty.results_page
