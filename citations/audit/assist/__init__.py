"""Assist: a person and the program together settle what a program alone may not look at.

The queue says what is to be looked at and where; the person opens it in a browser and hands the page
over as a saved file, a pasted address or text, or in a visible window; the desk recognises whose page it
is, and the check comes of it by the same readers, judging and comparing as any other, with its evidence.

`check_page(location, directory, html, url, evidence=…)` is the whole assisted path for one location and
one page: what a page that a person saved at `url` says of `location` in `directory`.
"""

from citations.audit.assist.check_page import check_page, saved_page
from citations.audit.assist.deep_link import DeepLink, Leads, deep_link
from citations.audit.assist.desk import Desk
from citations.audit.assist.doubts import Doubt, doubts
from citations.audit.assist.in_words import called, in_one_line
from citations.audit.assist.inbox import Inbox
from citations.audit.assist.outcome import Outcome
from citations.audit.assist.pasted import paste, paste_copied
from citations.audit.assist.queue import Entry, Key, queue, why_a_person
from citations.audit.assist.saved import NotAPageError, SavedPage, open_saved
from citations.audit.assist.take_file import take_file

__all__ = [
    "DeepLink",
    "Desk",
    "Doubt",
    "Entry",
    "Inbox",
    "Key",
    "Leads",
    "NotAPageError",
    "Outcome",
    "SavedPage",
    "called",
    "check_page",
    "deep_link",
    "doubts",
    "in_one_line",
    "open_saved",
    "paste",
    "paste_copied",
    "queue",
    "saved_page",
    "take_file",
    "why_a_person",
]
