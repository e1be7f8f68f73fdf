"""The peer on plain pages: Scrapy, as its tutorial has it, which fetches and parses and does nothing else.

python -m tests.benchmarks.scrapy_spider FOLDER SITE...

Imports, reads the files of the practice web in FOLDER, says "ready", and crawls when a line comes; says how many
checks that were. It is told beforehand how each site marks things up (`plain_script.toml`).
"""

import json
import sys
import tomllib
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import TextResponse

from citations.locations import read_locations

AT_ONCE = 16
MARKUP = tomllib.loads((Path(__file__).parent / "plain_script.toml").read_text(encoding="utf-8"))
SETTINGS = {
    "ROBOTSTXT_OBEY": True,
    "CONCURRENT_REQUESTS": AT_ONCE,
    "CONCURRENT_REQUESTS_PER_DOMAIN": AT_ONCE,  # all hosts are ports of one
    "DOWNLOAD_DELAY": 0,
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
}


class Listings(scrapy.Spider):
    """Searches each place on each site, opens the hit that bears its name, reads the selectors."""

    name = "listings"
    jobs: Sequence[tuple[str, Any, Any]] = ()

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """The first request of each check: the search, or the listing where its address is known."""
        for origin, markup, place in self.jobs:
            known = place.listings.get(markup["id"], "")
            words = {"name": quote_plus(place.name), "city": quote_plus(place.postal.city)}
            url = known or origin + markup["search"].format(**words)
            facts = {"markup": markup, "place": place}
            yield scrapy.Request(url, self.listing if known else self.results, cb_kwargs=facts, dont_filter=True)

    def results(self, response: TextResponse, markup: Any, place: Any) -> Iterator[scrapy.Request]:
        """The hit that bears the name, else the first."""
        hits = [(hit.xpath("string()").get(""), hit.attrib.get("href", "")) for hit in response.css(markup["result"])]
        named = [link for name, link in hits if name.strip().casefold() == place.name.casefold()]
        for link in [*named, *(link for _, link in hits)][:1]:
            facts = {"markup": markup, "place": place}
            yield response.follow(link, self.listing, cb_kwargs=facts, dont_filter=True)

    def listing(self, response: TextResponse, markup: Any, place: Any) -> Iterator[dict[str, str]]:
        """What the selectors of the site give."""
        del place
        yield {name: response.css(css).xpath("string()").get("").strip() for name, css in markup["fields"].items()}


def main(words: Sequence[str]) -> None:
    """Crawl when told to, and say how many checks that were."""
    folder, sites = Path(words[0]), frozenset(words[1:])
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    places = read_locations(folder / "locations.csv").locations
    Listings.jobs = [
        (site["origin"], MARKUP[site["id"].rpartition("_")[0]] | {"id": site["id"]}, place)
        for place in places
        for site in truth["sites"]
        if site["id"] in sites and place.country == "US"
    ]
    process = CrawlerProcess(SETTINGS)
    print("ready", flush=True)
    sys.stdin.readline()
    process.crawl(Listings)
    process.start()
    print(len(Listings.jobs), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
