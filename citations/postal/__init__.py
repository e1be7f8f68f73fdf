"""Postal addresses: the value type and its readers from text, one per country."""

from citations.postal.address import Address

__all__ = ["Address"]
