"""Webhooks: JSON for programs, and text as Slack and those like it (Mattermost, Rocket.Chat) take it."""

import re
from typing import Any

import httpx

SECONDS = 10.0
MOST_CHARACTERS = 3500  # of a text; Slack takes 4000 in one message
_MENTION = re.compile(r"@(?=\w)")


def post(url: str, body: dict[str, Any]) -> str:
    """Post `body`; blank when it was taken, else what went wrong, without the address, which may hold a secret."""
    try:
        with httpx.Client(timeout=SECONDS, transport=httpx.HTTPTransport(retries=1), trust_env=False) as client:
            answer = client.post(url, json=body)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"nobody took it: {type(error).__name__}"
    return "" if answer.is_success else f"it was answered with {answer.status_code}"


def slack_body(text: str) -> dict[str, Any]:
    """`text` as a chat takes it: nothing of a listing becomes a link, a mention or a command."""
    cut = text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
    calm = _MENTION.sub("@\u2060", cut).replace("://", ":\u2060//")
    escaped = calm.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return {"text": escaped, "unfurl_links": False}
