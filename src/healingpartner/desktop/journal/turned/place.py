"""The places of the journal's task on the turned view."""

from enum import StrEnum


class Place(StrEnum):
    """Where on the turned view."""

    BEGIN = "begin"
    WRITE = "write"
    READ = "read"
    REFLECT = "reflect"
    OPEN = "open"
    REPAIR = "repair"
