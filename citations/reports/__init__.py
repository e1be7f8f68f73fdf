"""Reports: what an agency hands to a client, and the data behind it."""

from citations.reports.changes_json import changes_json, changes_schema
from citations.reports.files import ClientReport, folder_name, write_client_report, write_table
from citations.reports.fixes_json import fixes_json, fixes_schema
from citations.reports.html import client_html
from citations.reports.json import audit_json, audit_schema, reading_json, reading_schema
from citations.reports.opportunities_json import opportunities_json, opportunities_schema
from citations.reports.pdf import client_pdf
from citations.reports.preflight import Point, preflight
from citations.reports.scores_json import scores_json, scores_schema
from citations.reports.sheets import changes_sheet, csv_bytes, fixes_sheet, opportunities_sheet

__all__ = [
    "ClientReport",
    "Point",
    "audit_json",
    "audit_schema",
    "changes_json",
    "changes_schema",
    "changes_sheet",
    "client_html",
    "client_pdf",
    "csv_bytes",
    "fixes_json",
    "fixes_schema",
    "fixes_sheet",
    "folder_name",
    "opportunities_json",
    "opportunities_schema",
    "opportunities_sheet",
    "preflight",
    "reading_json",
    "reading_schema",
    "scores_json",
    "scores_schema",
    "write_client_report",
    "write_table",
]
