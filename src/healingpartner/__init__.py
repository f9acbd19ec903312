"""Healing Partner: one encrypted practice in which clinician and patient keep a shared record.

Rooms are folders. A room imports only what stands below it; the floors are drawn in README.md and
checked by `make check`.
"""

__version__ = "0.1.0"
