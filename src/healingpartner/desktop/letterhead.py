"""What every paper that leaves from here begins with: whose letterhead, and on which sheet."""

from typing import TYPE_CHECKING

from healingpartner.desktop.settings_store import Settings
from healingpartner.people.practitioner.model import Practitioner

if TYPE_CHECKING:
    from healingpartner.paper.printed import Letterhead, Paper


def letterhead_of(known: Practitioner) -> "Letterhead":
    """The practitioner's own letterhead; empty lines of the address are left out."""
    from healingpartner.paper.printed import Letterhead

    return Letterhead(
        practice=known.practice_name,
        practitioner=known.shown(),
        title=known.licence,
        address=tuple(line for line in known.address.split("\n") if line),
        phone=known.phone,
        email=known.email,
    )


def paper_of(settings: Settings) -> "Paper":
    """The sheet and the size of print chosen in the settings."""
    from healingpartner.paper.printed import Paper, PaperSize

    return Paper(size=PaperSize(settings.values.paper), large=settings.values.large_print)
