"""What goes wrong with a listing, one small function per fault.

A fault is one row in `tables/faults.csv`, which says what a right reading must find, and one
function of the same name here, which makes it happen.
"""

from citations.practice.faults import address, entry, hours, name, phone, website
from citations.practice.faults.case import FAULTS, Case, Changes

__all__ = ["FAULTS", "Case", "Changes", "address", "entry", "hours", "name", "phone", "website"]
