"""Sheets: what an audit came to as tables, written as a workbook and as CSV files from the same rows."""

from citations.reports.sheets.all_sheets import client_sheets
from citations.reports.sheets.change_rows import changes_sheet
from citations.reports.sheets.csv_file import csv_bytes, write_csv
from citations.reports.sheets.fix_rows import fixes_sheet
from citations.reports.sheets.opportunity_rows import opportunities_sheet
from citations.reports.sheets.sheet import Cell, Column, Sheet
from citations.reports.sheets.workbook import write_workbook

__all__ = [
    "Cell",
    "Column",
    "Sheet",
    "changes_sheet",
    "client_sheets",
    "csv_bytes",
    "fixes_sheet",
    "opportunities_sheet",
    "write_csv",
    "write_workbook",
]
