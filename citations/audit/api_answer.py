"""What an API's answer says, or the obstacle under its name."""

import json
from collections.abc import Callable
from typing import Any

from citations.directory import Api
from citations.models import Obstacle, Page, Reading
from citations.words import Reason

_BY_STATUS = {
    401: Reason.NEEDS_KEY,
    403: Reason.NEEDS_KEY,
    408: Reason.TIMEOUT,
    429: Reason.QUOTA,
    504: Reason.TIMEOUT,
}
_TOLD_IN = ("message", "description", "errorText", "error_description", "error")
_DEEPEST = 4


def read_answer(page: Page, api: Api, read: Callable[[Page], Reading]) -> Reading:
    """What `page` says as `read` understands it; never raises for what an API may answer."""
    if page.obstacle and page.status != 429:
        reason = Reason.QUOTA if page.obstacle.reason is Reason.RATE_LIMITED else page.obstacle.reason
        return Reading(obstacle=Obstacle(reason, page.obstacle.detail))
    if page.status == 404 and api.says_nothing and api.says_nothing in page.body.decode("utf-8", "replace"):
        return Reading(no_results="404", results_page=True)
    if not 200 <= page.status < 300:
        return Reading(obstacle=_refusal(page, api))
    try:
        return read(page)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        said = f"the answer of {api.name} does not have the documented shape ({type(error).__name__})"
        return Reading(obstacle=Obstacle(Reason.LAYOUT_CHANGED, said))


def _refusal(page: Page, api: Api) -> Obstacle:
    text = page.body.decode("utf-8", "replace")
    compact = "".join(text.split())
    by_code = next((reason for code, reason in api.refusals.items() if code in text or code in compact), None)
    reason = by_code or _BY_STATUS.get(page.status, Reason.ERROR_PAGE)
    said = f"{api.name} answers {page.status}: {_message(text) or 'no reason given'}"
    if reason is Reason.NEEDS_KEY and api.key:
        said += f" (the key in {api.key})"
    return Obstacle(reason, said)


def _message(text: str) -> str:
    """The API's own words in an error answer; JSON's message or description, wherever it stands."""
    try:
        said = next(_told(json.loads(text)), "")
    except (ValueError, RecursionError):
        said = ""
    return " ".join(said.split())[:300]


def _told(value: Any, depth: int = 0) -> Any:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield from (value[key] for key in _TOLD_IN if isinstance(value.get(key), str))
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _told(part, depth + 1)
