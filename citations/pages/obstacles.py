"""Pages that are no pages: walls, challenges, error pages, empty shells. Each comes out under its name.

A page that merely embeds a captcha in its review form, or whose reviewer writes "access denied", is
a page: all but the plainest signs count only where nothing else could be read.
"""

import re
from functools import cache
from typing import Any

from citations.models import Obstacle
from citations.pages.document import Document
from citations.pages.tables import toml
from citations.words import Reason

_BLOCKED = frozenset({403, 406, 409, 418, 444, 451, 999})
_EMPTY_MOUNT = "#root, #app, #__next, #__nuxt, #main-app, #react-root, app-root, [data-reactroot], [ng-app], [data-app]"
_MOST_TEXT = 10_000
_SHELL_WORDS, _MOUNT_WORDS, _LOGIN_WORDS = 20, 150, 150


def plain_obstacle(document: Document) -> Obstacle | None:
    """An obstacle that shows by the status, or by a title or heading that no listing has."""
    return _by_status(document) or _by_signs(document, strong=True)


def hidden_obstacle(document: Document) -> Obstacle | None:
    """An obstacle on a page from which nothing could be read."""
    return _by_signs(document, strong=False) or _login_form(document) or _script_shell(document)


def _by_status(document: Document) -> Obstacle | None:
    status = document.status
    if status == 429:
        wait = document.headers.get("retry-after", "")
        return Obstacle(Reason.RATE_LIMITED, f"HTTP 429{f', Retry-After: {wait}' if wait else ''}")
    if document.headers.get("cf-mitigated") == "challenge":
        return Obstacle(Reason.CAPTCHA, f"HTTP {status}, cf-mitigated: challenge")
    if status in (401, 407):
        return Obstacle(Reason.LOGIN, f"HTTP {status}")
    if status == 503 or status in _BLOCKED:
        challenge = _by_signs(document, strong=True) or _by_signs(document, strong=False)
        named = challenge if challenge and challenge.reason in (Reason.CAPTCHA, Reason.RATE_LIMITED) else None
        return named or Obstacle(Reason.ERROR_PAGE if status == 503 else Reason.BLOCKED, f"HTTP {status}")
    if status >= 500:
        return Obstacle(Reason.ERROR_PAGE, f"HTTP {status}")
    return None


def _by_signs(document: Document, *, strong: bool) -> Obstacle | None:
    for sign in toml("obstacles")["sign"]:
        if bool(sign.get("strong")) == strong and document.word_count <= sign["words"]:
            shown = _shown(sign, document)
            if shown:
                return Obstacle(Reason(sign["reason"]), shown, says_gone=bool(sign.get("gone")))
    return None


def _shown(sign: dict[str, Any], document: Document) -> str:
    """The words of the page that match a sign; blank when none do."""
    pattern = _compiled(sign["pattern"])
    for text in _places(sign["where"], document):
        match = pattern.search(text)
        if match:
            return text[match.start() : max(match.end(), match.start() + 60)].strip()
    return ""


def _places(where: str, document: Document) -> tuple[str, ...]:
    if where == "title":
        return (document.title, *document.headings[:1])
    if where == "url":
        return (document.url,)
    if where == "text":
        seen = " ".join(line.text for line in document.lines)[:_MOST_TEXT]
        return (seen, *(node.text(separator=" ")[:500] for node in document.tree.css("noscript")[:5]))
    return (document.html[: 20 * _MOST_TEXT],)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _login_form(document: Document) -> Obstacle | None:
    if document.word_count <= _LOGIN_WORDS and document.tree.css_first("input[type=password]"):
        return Obstacle(Reason.LOGIN, "a password form and little else")
    return None


def _script_shell(document: Document) -> Obstacle | None:
    """A page whose content is still to be written by its scripts."""
    if not document.tree.css_first("script"):
        return None
    if document.word_count <= _SHELL_WORDS:
        return Obstacle(Reason.SCRIPT_SHELL, f"scripts and {document.word_count} visible words")
    mounts = document.tree.css(_EMPTY_MOUNT)[:5]
    if document.word_count <= _MOUNT_WORDS and any(not node.text(strip=True) for node in mounts):
        return Obstacle(Reason.SCRIPT_SHELL, "an empty container that scripts fill")
    return None
