"""Meaning: whether a listing is this location, and whether each field of it is right."""

from citations.nap.batch import Batch
from citations.nap.compare import compare
from citations.nap.identity import identify

__all__ = ["Batch", "compare", "identify"]
