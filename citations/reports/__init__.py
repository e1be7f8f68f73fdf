"""Reports: what an agency hands to a client, and the data behind it."""

from citations.reports.files import ClientReport, folder_name, write_client_report
from citations.reports.html import client_html
from citations.reports.json import audit_json, audit_schema, reading_json, reading_schema
from citations.reports.pdf import client_pdf
from citations.reports.preflight import Point, preflight
from citations.reports.sheets import csv_bytes, fixes_sheet

__all__ = [
    "ClientReport",
    "Point",
    "audit_json",
    "audit_schema",
    "client_html",
    "client_pdf",
    "csv_bytes",
    "fixes_sheet",
    "folder_name",
    "preflight",
    "reading_json",
    "reading_schema",
    "write_client_report",
]
