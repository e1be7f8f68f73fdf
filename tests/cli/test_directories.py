"""`citations directories`: which there are, what is known of one, and whether it is still so."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.test_health import OTHER, web, written
from tests.cli.conftest import Type
from tests.loopback import Site, site


@pytest.fixture
def pages(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A directory of one's own, its site in good order."""
    with site(web()) as served:
        (home / "mine").mkdir()
        written(home / "mine", served)
        monkeypatch.setenv("CITATIONS_DIRECTORIES", "mine")
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", served.host)
        monkeypatch.setenv("COLUMNS", "200")
        yield served


def test_a_check_says_what_it_saw_and_the_list_keeps_it(pages: Site, type_: Type) -> None:
    assert "never checked live" in type_("directories", "show", "pages").stdout
    assert "directories checked live: 0 of" in type_("doctor").stdout
    result = type_("directories", "check", "pages")
    assert result.exit_code == 0
    assert result.stdout.startswith("pages: healthy")
    assert "12 Harbor Lane" in result.stdout
    kept = [line.partition("page: ")[2] for line in result.stdout.splitlines() if "page: " in line]
    assert len(kept) == 3
    assert b"12 Harbor Lane" in gzip.decompress(Path(kept[0]).read_bytes())
    assert pages.pages_asked
    row = next(line for line in type_("directories", "list").stdout.splitlines() if line.startswith("│ pages "))
    assert "healthy, 20" in row
    assert "a search finds it" in type_("directories", "show", "pages").stdout


def test_a_degraded_one_ends_with_1_and_says_why(home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    with site(web(ours=OTHER)) as served:
        written(home, served)
        monkeypatch.setenv("CITATIONS_DIRECTORIES", str(home))
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", served.host)
        result = type_("directories", "check", "pages")
        assert result.exit_code == 1
        assert "shows Mill Street Boats" in result.stdout
        assert "degraded" in type_("directories", "show", "pages").stdout
        assert "directory pages: left out of audits: " in type_("doctor").stdout
        before = len(served.asked)
        (home / "l.csv").write_text("Name,Street,City,State,ZIP\nMill Street Boats,40 Mill St,Portland,OR,97202\n")
        audited = type_("audit", "l.csv", "--directories", "pages")
        assert "pages is left out: its known listing shows Mill Street Boats" in audited.stderr
        assert "citations directories check pages" in audited.stderr
        assert len(served.asked) == before


def test_what_people_visit_is_said_without_a_visit_and_stays_unchecked(type_: Type) -> None:
    result = type_("directories", "check", "yelp")
    assert result.exit_code == 0
    assert result.stdout.startswith("yelp: assisted (nothing of the site was seen")
    assert "never checked live" in type_("directories", "show", "yelp").stdout


def test_what_takes_a_key_stays_unchecked_without_it(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITATIONS_GOOGLE_KEY", raising=False)
    result = type_("directories", "check", "google")
    assert result.stdout.startswith("google: needs_key (nothing of the site was seen")
    assert "CITATIONS_GOOGLE_KEY" in result.stdout
    assert "never checked live" in type_("directories", "show", "google").stdout


def test_a_date_in_its_file_makes_no_directory_checked(home: Path, pages: Site, type_: Type) -> None:
    written(home / "mine", pages, '    verified_at = "2026-01-02"\n')
    said = type_("directories", "show", "pages").stdout
    assert "never checked live" in said
    assert "by whoever wrote its file, on 2026-01-02" in said


def test_a_file_that_fails_is_named_with_its_error(home: Path, pages: Site, type_: Type) -> None:
    written(home / "mine", pages, "    def find(self, location):\n        raise KeyError('no town')\n")
    result = type_("directories", "check", "pages")
    assert result.exit_code == 1
    assert "Pages: the check failed: KeyError" in result.stderr


@pytest.mark.parametrize("words", [[], ["yelp", "--all"]])
def test_one_or_all_has_to_be_said(type_: Type, words: list[str]) -> None:
    assert type_("directories", "check", *words).exit_code == 2


def test_a_file_with_nothing_to_check_is_wrong_use(home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    type_("directories", "new", "Example Pages", "directory.example", "--in", "mine")
    monkeypatch.setenv("CITATIONS_DIRECTORIES", "mine")
    assert type_("directories", "pages", "example_pages").exit_code == 0
    result = type_("directories", "check", "example_pages")
    assert result.exit_code == 2
    assert "known_listing" in result.stderr


def test_pages_follow_the_file_and_say_what_is_read_otherwise(
    home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = type_(
        "directories", "new", "River List", "https://www.riverlist.example/", "--in", "mine", "--wall", "login"
    )
    assert made.exit_code == 0
    monkeypatch.setenv("CITATIONS_DIRECTORIES", "mine")
    file = home / "mine" / "river_list.py"
    source = re.sub(r"(?m)^    # ?", "    ", file.read_text())
    file.write_text(source)
    assert "found.html: " in type_("directories", "pages", "river_list").stderr
    assert type_("directories", "pages", "river_list", "--draft", "--markup", "json_ld").exit_code == 0
    file.write_text(source.replace('"No results"', '"Nobody here"'))
    assert "not_found.html: no_results is read as ''" in type_("directories", "pages", "river_list").stderr


@pytest.mark.parametrize(
    ("options", "there", "not_there"),
    [
        (["--country", "AU"], ["yellowpages_au", "yelp", "own_website"], ["gelbeseiten", "yellowpages "]),
        (["--country", "de"], ["gelbeseiten", "11880"], ["yell ", "bbb"]),
        (["--country", "germany"], ["gelbeseiten"], ["yellowpages "]),
        (["--industry", "dentist"], ["yelp", "bbb"], ["tripadvisor"]),
        (["--industry", "Seafood Restaurant"], ["yelp", "tripadvisor"], []),
        (["--industry", "health", "--country", "US"], ["healthgrades", "bbb"], ["angi", "avvo", "opentable"]),
        (["--tier", "2"], ["hotfrog"], ["yelp"]),
        (["--access", "assisted"], ["yelp", "yellowpages "], ["bbb", "hotfrog"]),
        (["--access", "assisted", "--country", "US"], ["yelp"], ["yellowpages_au"]),
    ],
)
def test_the_list_can_be_narrowed(
    type_: Type, monkeypatch: pytest.MonkeyPatch, options: list[str], there: list[str], not_there: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    said = type_("directories", "list", *options).stdout
    assert [name for name in there if f" {name}" not in said] == []
    assert [name for name in not_there if f"│ {name}" in said] == []


def test_the_list_for_a_file_says_why_each_is_asked_or_left_out(
    home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    (home / "l.csv").write_text(
        "Name,Street,City,State,ZIP,Category\nHarbor Lane,12 Harbor Lane,Portland,OR,97201,Plumber\n"
    )
    said = type_("directories", "list", "--for", "l.csv").stdout
    assert "tier 2, lists home services, contractors" in said
    assert "Left out, as it lists legal only: avvo" in said
    assert "--directories +id,-id" in said


@pytest.mark.parametrize(
    "words", [["--access", "robot"], ["--tier", "9"], ["--country", "Atlantis"], ["--industry", "nonsense"]]
)
def test_what_is_none_is_wrong_use(type_: Type, words: list[str]) -> None:
    assert type_("directories", "list", *words).exit_code == 2


def test_all_that_is_known_of_one_is_shown(type_: Type) -> None:
    said = type_("directories", "show", "11880").stdout
    for known in ("working_scrapers", "Treffer", "/branchenbuch/", "never a no", "Technical Support", "tier      1"):
        assert known in said
