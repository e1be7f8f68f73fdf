"""Directory files are loaded one by one: a broken one is named with what to do, and the others work."""

from pathlib import Path

import pytest

from citations.catalog import DirectoryError, load_catalog, load_file, shipped_folder

GOOD = """
from citations.directory import Directory, Search

class Pages(Directory):
    name = "Pages"
    domains = ("pages.example",)
"""


def write(folder: Path, name: str, source: str) -> Path:
    file = folder / name
    file.write_text(source, encoding="utf-8")
    return file


def test_name_and_domains_are_enough(tmp_path: Path) -> None:
    directory = load_file(write(tmp_path, "pages.py", GOOD))
    assert (directory.id, directory.name, directory.is_listing("https://pages.example/x")) == ("pages", "Pages", True)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('domains = "pages.example"', "domains must be a tuple"),
        ("domains = ()", "domains is missing"),
        ('name = ""', "name is missing"),
        ('access = "robot"', "access is 'robot'"),
        ("tier = 9", "tier is 9"),
        ('countries = ("usa",)', "ISO codes"),
        ('listing_pattern = "("', "not a regular expression"),
        ('fields = {"telephone": "a"}', "fields has 'telephone'"),
        ('no_results = "Nothing"', "no_results must be a tuple"),
        ('final_url_must_contain = "{nmae}"', "has {nmae}"),
        ('searches = (Search("https://pages.example/?q={nam}"),)', "has {nam}"),
        ('searches = (Search("https://pages.example/?q={name"),)', "search URL"),
        ('searches = (Search("https://pages.example/", needs=("nome",)),)', "needs has 'nome'"),
        ('searches = (Search("https://pages.example/", evidence="sure"),)', "evidence is 'sure'"),
        ('searches = (Search("http://pages.example/"),)', "use https"),
        ('searches = (Search("https://other.example/"),)', "none of the domains"),
        ('submit_url = "pages.example/add"', "submit_url is 'pages.example/add'"),
        ('link_evidence = "sure"', "link_evidence is 'sure'"),
        ('kind = "shop"', "kind is 'shop'"),
        ('industries = ("Home Services",)', "industry 'Home Services'"),
        ('fed_by = "someone"', "fed_by must be a tuple"),
        ('listing_examples = ("https://other.example/a",)', "listing_examples has 'https://other.example/a'"),
        ('known_listing = "https://other.example/a"', "known_listing is 'https://other.example/a'"),
        (
            'countries = ("US",); searches = (Search("https://pages.example/", countries=("GB",)),)',
            "a search is for 'GB'",
        ),
        ("1 / 0", "it does not load: ZeroDivisionError"),
    ],
)
def test_a_broken_file_says_what_to_mend(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(DirectoryError) as caught:
        load_file(write(tmp_path, "pages.py", f"{GOOD}    {line}\n"))
    assert said in str(caught.value)


def test_one_broken_file_does_not_take_the_others_along(tmp_path: Path) -> None:
    write(tmp_path, "pages.py", GOOD)
    write(tmp_path, "broken.py", "this is not Python")
    write(tmp_path, "_machinery.py", "raise RuntimeError")
    catalog = load_catalog([tmp_path])
    assert "pages" in catalog.directories
    assert [problem.file.name for problem in catalog.problems] == ["broken.py"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    (problem,) = load_catalog([tmp_path / "nowhere"]).problems
    assert "CITATIONS_DIRECTORIES" in str(problem)


def test_the_same_id_twice_names_both_files(tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    first.mkdir()
    second.mkdir()
    write(first, "pages.py", GOOD)
    write(second, "pages.py", GOOD)
    (problem,) = load_catalog([first, second]).problems
    assert str(first / "pages.py") in str(problem)
    assert problem.file == second / "pages.py"


def test_a_file_may_say_that_it_replaces_another(tmp_path: Path) -> None:
    write(tmp_path, "a_pages.py", GOOD + '    id = "pages"\n')
    write(tmp_path, "b_pages.py", GOOD.replace('"Pages"', '"Mine"') + '    id = "pages"\n    replaces = "pages"\n')
    catalog = load_catalog([tmp_path])
    assert catalog.directories["pages"].name == "Mine"
    assert not catalog.problems


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (["yelp", "cylxe"], r"the id cylxe; did you mean cylex"),
        (["Gelbe Seiten"], r"the id Gelbe Seiten; did you mean gelbeseiten\?"),
        (["yelp", "nowhere"], r"the id nowhere; .* list` shows them all"),
    ],
)
def test_an_unknown_id_is_named_with_those_like_it(ids: list[str], said: str) -> None:
    with pytest.raises(DirectoryError, match=said):
        load_catalog().pick(ids)


def test_the_shipped_files_all_load() -> None:
    catalog = load_catalog()
    assert not catalog.problems
    assert len(catalog.directories) == len(list(shipped_folder().glob("[!_]*.py")))
