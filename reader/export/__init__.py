"""Findings leave the program: as data, as a table, as a report; one article or ten thousand."""

from reader.export.data import SCHEMA, as_dict, as_json
from reader.export.report import as_markdown
from reader.export.table import as_csv

__all__ = ["SCHEMA", "as_csv", "as_dict", "as_json", "as_markdown"]
