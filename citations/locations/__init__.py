"""Canonical records in: locations out of CSV, XLSX and JSON files, unusable rows out with their reasons.

Beside them what owners and agencies have: exports of the platforms' accounts, the agency's own tracker.
"""

from citations.locations.countries import country as country_code
from citations.locations.locations_file import LocationsError, LocationsFile, Note, Refusal
from citations.locations.mend import RefusedRow, mended, refused_rows
from citations.locations.owner_columns import platform_of
from citations.locations.owner_export import OwnedListing, OwnerExport, read_owner_export
from citations.locations.read import read_locations
from citations.locations.starting_record import Start, starting_records
from citations.locations.tracker_file import read_tracker
from citations.locations.tracker_row import Clues, Event, TrackerFile, TrackerRow
from citations.locations.tracker_words import place_noise, platform_names
from citations.locations.workbook_file import is_workbook
from citations.locations.write import locations_csv, locations_json

__all__ = [
    "Clues",
    "Event",
    "LocationsError",
    "LocationsFile",
    "Note",
    "OwnedListing",
    "OwnerExport",
    "Refusal",
    "RefusedRow",
    "Start",
    "TrackerFile",
    "TrackerRow",
    "country_code",
    "is_workbook",
    "locations_csv",
    "locations_json",
    "mended",
    "place_noise",
    "platform_names",
    "platform_of",
    "read_locations",
    "read_owner_export",
    "read_tracker",
    "refused_rows",
    "starting_records",
]
