"""The files printed in docs/add-a-directory.md load, and do what the page says of them."""

import re
from pathlib import Path

from citations.catalog import load_file
from citations.directory import Directory
from citations.models import Location
from citations.pages import read_page

PAGE = Path(__file__).parents[2] / "docs" / "add-a-directory.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def loaded(tmp_path: Path, number: int, name: str) -> Directory:
    file = tmp_path / f"{name}.py"
    file.write_text(EXAMPLES[number], encoding="utf-8")
    return load_file(file)


def test_the_smallest_file_reads_a_known_listing(tmp_path: Path) -> None:
    directory = loaded(tmp_path, 0, "river_list")
    page = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane<br>Portland, OR 97201</p><p>Phone: 503-555-0111</p>"
    (listing,) = read_page(page, "https://riverlist.example/harbor", directory)
    assert directory.id == "river_list"
    assert (listing.name, listing.phones, listing.directory) == ("Harbor Lane Bakery", ("503-555-0111",), "river_list")


def test_the_whole_file_searches_and_reads_cards(tmp_path: Path) -> None:
    directory = loaded(tmp_path, 1, "river_pages")
    place = Location("1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111")
    by_phone, by_name = directory.find(place)
    assert by_phone.url == "https://riverpages.example/phone/5035550111"
    card = (
        "<div class='hit'><h3><a href='/b/7'>Harbor Lane Bakery</a></h3><span class='number'>503-555-0111</span>"
        "<a class='out' href='https://harborlane.example/'>harborlane.example</a></div>"
    )
    reading = read_page(f"<div id='hits'>{card}<div class='hit paid'>{card}</div></div>", by_name.url, directory)
    assert [(one.url, one.phones, one.website) for one in reading] == [
        ("https://riverpages.example/b/7", ("503-555-0111",), "https://harborlane.example/")
    ]
    assert reading.results_page


def test_an_empty_page_says_no_only_in_the_sites_own_words(tmp_path: Path) -> None:
    directory = loaded(tmp_path, 1, "river_pages")
    url = "https://riverpages.example/find?what=a&in=b"
    said = read_page("<div id='hits'></div><p>Nobody of that name in Portland</p>", url, directory)
    assert said.no_results.startswith("Nobody of that name")
    assert read_page("", url, directory, status=410).no_results == "410"
    assert not read_page("<div id='hits'></div><p>Hm.</p>", url, directory).no_results
