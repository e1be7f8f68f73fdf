"""Asking an official API: with the user's key, within the day's budget; whatever goes wrong has its name.

robots.txt is not asked for: it tells crawlers which pages to leave alone, and an API with its terms and
its key is the way that the site itself offers to programs. The pace and the guard hold here as everywhere.
"""

import json
from dataclasses import replace
from typing import Any

from citations.audit.quota import Quota
from citations.directory import Api, Directory
from citations.models import Obstacle, Page, Reading, Request
from citations.settings import Settings
from citations.web import Visitor
from citations.words import Reason

KEY = "{key}"
_BY_STATUS = {
    401: Reason.NEEDS_KEY,
    403: Reason.NEEDS_KEY,
    408: Reason.TIMEOUT,
    429: Reason.QUOTA,
    504: Reason.TIMEOUT,
}


def usable_api(directory: Directory, settings: Settings) -> Api | None:
    """The directory's API, at the address that the user gave; None without one, or without the key it takes."""
    if directory.api is None or (directory.api_key and not settings.api_key(directory.api_key)):
        return None
    elsewhere = settings.api_address.get(directory.id)
    return type(directory.api)(elsewhere) if elsewhere else directory.api


async def ask(visitor: Visitor, settings: Settings, directory: Directory, api: Api, url: str) -> tuple[Page, Reading]:
    """The API's answer for `url` (a search, a further page, a listing) and what it says.

    The key is put in here, at the last moment, and taken out of the answer should it be repeated there:
    neither the evidence nor any message ever holds it.
    """
    key = settings.api_key(directory.api_key) if directory.api_key else ""
    request = api.request(url)
    if request is None:
        return _nothing(url, Obstacle(Reason.NOT_CHECKED, f"{api.name} cannot be asked for {url}"))
    if not (key.isascii() and key.isprintable()):
        return _nothing(url, Obstacle(Reason.NEEDS_KEY, f"{directory.api_key} holds letters that no key has"))
    if given_up := visitor.given_up(request.url):
        return _nothing(url, given_up)
    quota = Quota.of(directory, settings)
    if not quota.spend():
        said = f"today's {quota.limit} requests to {api.name} are made; CITATIONS_API_QUOTA sets the number"
        return _nothing(url, Obstacle(Reason.QUOTA, said))
    pace = None if "pace" in settings.model_fields_set else api.pace
    page = await visitor.visit(request.url, request=_with_key(api, request, key), pace=pace, obey_robots=False)
    page = _without_key(page, key)
    reading = _read(page, directory, api)
    return replace(page, obstacle=reading.obstacle), reading


def _nothing(url: str, obstacle: Obstacle) -> tuple[Page, Reading]:
    return Page(url, url, how="api", obstacle=obstacle), Reading(obstacle=obstacle)


def _with_key(api: Api, request: Request, key: str) -> Request:
    headers = {**api.headers, **request.headers}
    return replace(request, headers={name: value.replace(KEY, key) for name, value in headers.items()})


def _without_key(page: Page, key: str) -> Page:
    if not key:
        return page
    headers = {name: value.replace(key, KEY) for name, value in page.headers.items()}
    obstacle = page.obstacle and Obstacle(page.obstacle.reason, page.obstacle.detail.replace(key, KEY))
    body = page.body.replace(key.encode(), KEY.encode())
    redirects = tuple(url.replace(key, KEY) for url in page.redirects)
    final_url = page.final_url.replace(key, KEY)
    return replace(page, final_url=final_url, headers=headers, body=body, redirects=redirects, obstacle=obstacle)


def _read(page: Page, directory: Directory, api: Api) -> Reading:
    """What the answer says, or the obstacle under its name."""
    if page.obstacle and page.status != 429:
        reason = Reason.QUOTA if page.obstacle.reason is Reason.RATE_LIMITED else page.obstacle.reason
        return Reading(obstacle=Obstacle(reason, page.obstacle.detail))
    if not 200 <= page.status < 300:
        return Reading(obstacle=_refusal(page, directory, api))
    try:
        return api.read(page)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        said = f"the answer of {api.name} does not have the documented shape ({type(error).__name__})"
        return Reading(obstacle=Obstacle(Reason.LAYOUT_CHANGED, said))


def _refusal(page: Page, directory: Directory, api: Api) -> Obstacle:
    text = page.body.decode("utf-8", "replace")
    by_code = next((reason for code, reason in api.refusals.items() if code in text), None)
    reason = by_code or _BY_STATUS.get(page.status, Reason.ERROR_PAGE)
    said = f"{api.name} answers {page.status}: {_message(text) or 'no reason given'}"
    if reason is Reason.NEEDS_KEY and directory.api_key:
        said += f" (the key in {directory.api_key})"
    return Obstacle(reason, said)


def _message(text: str) -> str:
    """The API's own words in an error answer; JSON's message or description, wherever it stands."""
    try:
        said = next(_told(json.loads(text)), "")
    except (ValueError, RecursionError):
        said = ""
    return " ".join(said.split())[:300]


def _told(value: Any, depth: int = 0) -> Any:
    if depth > 4:
        return
    if isinstance(value, dict):
        yield from (value[key] for key in ("message", "description") if isinstance(value.get(key), str))
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _told(part, depth + 1)
