"""Release: read → render → write → log. Every print and every save passes here.

The log entry is made before the bytes leave and closed after, so that nothing can have left unlogged, and a
save that came to nothing says so too.
"""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.text import clean_line
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.practice import Practice
from healingpartner.vault import releases
from healingpartner.vault.canonical import sha256_hex
from healingpartner.vault.releases import Outcome, Released, Way


class Document(Protocol):
    """What paper makes: the bytes that will leave."""

    @property
    def pdf(self) -> bytes:
        """The whole document."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """What leaves, to whom and why. person_id is None for what belongs to no patient."""

    what: str
    to_whom: str
    why: str
    person_id: str | None


def save(practice: Practice, document: Document, purpose: Purpose, destination: Path) -> Released:
    """Write the document to a file the practitioner chose, and write that down.

    Refused when the file cannot be written there; the log then says that it stayed. Refused, before all else, for
    a place inside the practice: nothing readable stands in it.
    """
    if destination.resolve().is_relative_to(practice.vault.place.folder.resolve()):
        raise Refused(
            _("The practice's own folder keeps only what is encrypted."),
            where=_("Nothing left the practice."),
            then=_("Choose another folder for the page."),
        )
    return _leave(practice, document, purpose, Way.SAVED, lambda: _write(document.pdf, destination))


def print_out(practice: Practice, document: Document, purpose: Purpose, send: Callable[[], None]) -> Released:
    """Hand the document to the printer by `send`, and write that down."""
    return _leave(practice, document, purpose, Way.PRINTED, send)


def begin_printing(practice: Practice, document: Document, purpose: Purpose) -> Released:
    """Write down that the document is about to be printed: the screen's thread then prints, and calls `ended`."""
    return _begin(practice, document, purpose, Way.PRINTED)


def ended(practice: Practice, released: Released, outcome: Outcome) -> Released:
    """Write down whether what was begun has left."""
    return practice.do(releases.end, released, outcome, by=Voice.PRACTITIONER)


def _leave(practice: Practice, document: Document, purpose: Purpose, way: Way, send: Callable[[], None]) -> Released:
    begun = _begin(practice, document, purpose, way)
    try:
        send()
    except BaseException:
        ended(practice, begun, Outcome.STAYED)
        raise
    return ended(practice, begun, Outcome.LEFT)


def _begin(practice: Practice, document: Document, purpose: Purpose, way: Way) -> Released:
    return practice.do(
        releases.begin,
        person_id=purpose.person_id,
        what=clean_line(purpose.what, field="what"),
        to_whom=clean_line(purpose.to_whom, field="to_whom"),
        why=clean_line(purpose.why, field="why"),
        way=way,
        size=len(document.pdf),
        sha256=sha256_hex(document.pdf),
        by=Voice.PRACTITIONER,
    )


def _write(data: bytes, destination: Path) -> None:
    """All of it or nothing: a half-written page never stands under the chosen name."""
    part = destination.with_name(f".{secrets.token_hex(8)}.part")
    try:
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        part.replace(destination)
    except OSError as trouble:
        part.unlink(missing_ok=True)
        raise Refused(
            _("The page could not be saved in this folder."),
            where=_("Nothing left the practice."),
            then=_("Choose another folder, or free some space, and save again."),
        ) from trouble
