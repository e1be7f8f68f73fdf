"""Reading pages: what a page says about businesses, or what stands in the way."""

from citations.pages.reading import read_page

__all__ = ["read_page"]
