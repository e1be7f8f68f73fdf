"""Characters that nobody sees: they come along when text is copied, and may turn the writing direction of a page.

They are no part of what a listing says. A listing keeps them, as it was written; whoever compares or shows it does not.
"""

import re

# Control characters but for white space, half surrogate pairs, soft hyphens, zero-width blanks, marks of direction.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)


def seen(text: str) -> str:
    """`text` without its invisible characters; white space and line breaks stay."""
    return text if text.isprintable() else _UNSEEN.sub("", text)
