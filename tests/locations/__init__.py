"""Locations files: columns, encodings, refusals."""
