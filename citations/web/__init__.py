"""Visiting: the one door to the network, polite to hosts and closed to private ones, and what it brings home."""

from citations.web.budget import Budget
from citations.web.cache import PageCache
from citations.web.chromium import (
    GET_A_WINDOW,
    BrowserMissing,
    find_chromium,
    find_window,
    has_browser,
    is_service,
    need_window,
)
from citations.web.evidence import EvidenceError, EvidenceFolder, evidence_keys
from citations.web.hop import host_key
from citations.web.install import get_chromium
from citations.web.unfold import hides_phone
from citations.web.visitor import Visitor
from citations.web.window import Window

__all__ = [
    "GET_A_WINDOW",
    "BrowserMissing",
    "Budget",
    "EvidenceError",
    "EvidenceFolder",
    "PageCache",
    "Visitor",
    "Window",
    "evidence_keys",
    "find_chromium",
    "find_window",
    "get_chromium",
    "has_browser",
    "hides_phone",
    "host_key",
    "is_service",
    "need_window",
]
