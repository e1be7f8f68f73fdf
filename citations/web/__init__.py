"""Visiting: the one door to the network, polite to hosts and closed to private ones, and what it brings home."""

from citations.web.chromium import BrowserMissing, find_chromium
from citations.web.evidence import EvidenceFolder
from citations.web.install import get_chromium
from citations.web.visitor import Visitor

__all__ = ["BrowserMissing", "EvidenceFolder", "Visitor", "find_chromium", "get_chromium"]
