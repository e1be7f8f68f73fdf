"""Canonical records in: locations out of CSV, XLSX and JSON files, unusable rows out with their reasons.

Beside them what owners and agencies have: exports of the platforms' accounts.
"""

from citations.locations.countries import country as country_code
from citations.locations.locations_file import LocationsError, LocationsFile, Note, Refusal
from citations.locations.mend import RefusedRow, mended, refused_rows
from citations.locations.owner_columns import platform_of
from citations.locations.owner_export import OwnedListing, OwnerExport, read_owner_export
from citations.locations.read import read_locations
from citations.locations.starting_record import Start, starting_records
from citations.locations.workbook_file import is_workbook
from citations.locations.write import locations_csv, locations_json

__all__ = [
    "LocationsError",
    "LocationsFile",
    "Note",
    "OwnedListing",
    "OwnerExport",
    "Refusal",
    "RefusedRow",
    "Start",
    "country_code",
    "is_workbook",
    "locations_csv",
    "locations_json",
    "mended",
    "platform_of",
    "read_locations",
    "read_owner_export",
    "refused_rows",
    "starting_records",
]
