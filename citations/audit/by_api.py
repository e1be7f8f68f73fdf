"""Asking an official API: with the user's key, within the day's budget; whatever goes wrong has its name.

robots.txt is not asked for: it tells crawlers which pages to leave alone, and an API with its terms and
its key is the way that the site itself offers to programs. The pace and the guard hold here as everywhere.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from citations.audit.api_answer import read_answer
from citations.audit.quota import Quota
from citations.directory import Api, Directory
from citations.models import Obstacle, Page, Reading, Request
from citations.settings import Settings
from citations.web import Visitor
from citations.words import Reason

KEY = "{key}"
_EARLY = 30.0  # seconds before its end in which a pass is not used any more


def apis_of(directory: Directory) -> Iterator[Api]:
    """The APIs that show what the directory lists, named as in the settings; those that a user has to choose first."""
    for api in (*directory.apis, *filter(None, (directory.api,))):
        yield _named(api, api.base, api.id or directory.id, api.key or directory.api_key)


def usable_api(directory: Directory, settings: Settings) -> Api | None:
    """The API to ask, at the address that the user gave; None without one, or without the key it takes.

    The first for which the user gave a key or an address, else the one that takes neither.
    """
    return next((found for api in apis_of(directory) if (found := at_its_address(api, settings))), None)


def at_its_address(api: Api, settings: Settings) -> Api | None:
    """`api` where the settings say that it is; None when it lacks its key or an address."""
    base = settings.api_address.get(api.id, api.base)
    if not base or (api.key and not settings.api_key(api.key)):
        return None
    return _named(api, base, api.id, api.key)


def _named(api: Api, base: str, name: str, key: str) -> Api:
    bound = type(api)(base)
    bound.id, bound.key = name, key
    return bound


@dataclass
class Passes:
    """The passes for which keys were exchanged in this run: by API and key, with the moment until which each holds."""

    known: dict[tuple[str, str], tuple[str, float]] = field(default_factory=dict)


async def ask(visitor: Visitor, settings: Settings, api: Api, url: str, passes: Passes) -> tuple[Page, Reading]:
    """The API's answer for `url` (a search, a further page, a listing) and what it says.

    The key is put in here, at the last moment, and taken out of the answer should it be repeated there:
    neither the evidence nor any message ever holds it.
    """
    key = settings.api_key(api.key) if api.key else ""
    request = api.request(url)
    if request is None:
        return _nothing(url, Obstacle(Reason.NOT_CHECKED, f"{api.name} cannot be asked for {url}"))
    if not (key.isascii() and key.isprintable()):
        return _nothing(url, Obstacle(Reason.NEEDS_KEY, f"{api.key} holds letters that no key has"))
    if sign_in := api.sign_in():
        page, key = await _pass(visitor, settings, api, sign_in, key, passes)
        if page.obstacle:
            return _nothing(url, page.obstacle)
    page = await _send(visitor, settings, api, request, key)
    reading = Reading(obstacle=page.obstacle) if page.obstacle and not page.status else read_answer(page, api, api.read)
    return replace(page, obstacle=reading.obstacle), reading


async def _pass(
    visitor: Visitor, settings: Settings, api: Api, request: Request, key: str, passes: Passes
) -> tuple[Page, str]:
    """The pass for `key`, or a page with the obstacle that there is none."""
    now = asyncio.get_running_loop().time()
    known, until = passes.known.get((api.id, key), ("", 0.0))
    if known and now < until:
        return Page(request.url), known
    page = await _send(visitor, settings, api, request, key)
    given: list[tuple[str, float]] = []

    def read(answer: Page) -> Reading:
        given.append(api.passed(answer))
        return Reading()

    reading = read_answer(page, api, read)
    if reading.obstacle:
        return replace(page, obstacle=reading.obstacle), ""
    token, seconds = given[0]
    passes.known[api.id, key] = token, now + seconds - _EARLY
    return replace(page, obstacle=None), token


async def _send(visitor: Visitor, settings: Settings, api: Api, request: Request, key: str) -> Page:
    """The answer to one request, counted; the obstacle when it may not be made any more."""
    if given_up := visitor.given_up(request.url):
        return _nothing(request.url, given_up)[0]
    quota = Quota.of(api, settings)
    if not await visitor.budget.spend(quota.name, quota.limit):
        said = f"today's {quota.limit} requests to {api.name} are made; CITATIONS_API_QUOTA sets the number"
        return _nothing(request.url, Obstacle(Reason.QUOTA, said))[0]
    pace = None if "pace" in settings.model_fields_set else api.pace
    keyed = _with_key(api, request, key)
    return _without_key(await visitor.visit(keyed.url, request=keyed, pace=pace, obey_robots=False), key)


def _nothing(url: str, obstacle: Obstacle) -> tuple[Page, Reading]:
    return Page(url, url, how="api", obstacle=obstacle), Reading(obstacle=obstacle)


def _with_key(api: Api, request: Request, key: str) -> Request:
    headers = {**api.headers, **request.headers}
    return replace(
        request,
        url=request.url.replace(KEY, quote(key, safe="")),
        headers={name: value.replace(KEY, key) for name, value in headers.items()},
    )


def _without_key(page: Page, key: str) -> Page:
    if not key:
        return page

    def hidden(text: str) -> str:
        return text.replace(key, KEY).replace(quote(key, safe=""), KEY)

    return replace(
        page,
        url=hidden(page.url),
        final_url=hidden(page.final_url),
        headers={name: hidden(value) for name, value in page.headers.items()},
        body=page.body.replace(key.encode(), KEY.encode()).replace(quote(key, safe="").encode(), KEY.encode()),
        redirects=tuple(hidden(url) for url in page.redirects),
        obstacle=page.obstacle and Obstacle(page.obstacle.reason, hidden(page.obstacle.detail)),
    )
