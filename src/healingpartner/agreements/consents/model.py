"""What stands beside the agreement: kinds, their words, and what was given and taken back.

The words are data with a kind and a version; what was given keeps its exact text.
"""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import N_, _

KIND, VERSION = "healingpartner.consent-wording", 1
TITLE_LIMIT, TEXT_LIMIT, PARTS_LIMIT = 200, 5_000, 40


class ConsentKind(StrEnum):
    """What is given."""

    PRIVACY_NOTICE = "privacy_notice"
    RECORD_KEEPING = "record_keeping"
    REMOTE_VISIT = "remote_visit"


KIND_WORDS: Mapping[ConsentKind, str] = {
    ConsentKind.PRIVACY_NOTICE: N_("Privacy notice"),
    ConsentKind.RECORD_KEEPING: N_("Keeping a record"),
    ConsentKind.REMOTE_VISIT: N_("Visits from afar"),
}


class Way(StrEnum):
    """How it was given or taken back."""

    ON_THE_TURNED_VIEW = "turned"
    SAID = "said"
    ON_PAPER = "paper"


WAY_WORDS: Mapping[Way, str] = {
    Way.ON_THE_TURNED_VIEW: N_("on the turned screen"),
    Way.SAID: N_("said aloud and written down"),
    Way.ON_PAPER: N_("by hand, on paper"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading and what stands below it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWording:
    """The words of one notice or consent. `yes`: what the patient says; `take_back`: how it is taken back."""

    kind: ConsentKind
    edition: int
    language: str
    title: str
    parts: tuple[Part, ...]
    yes: str
    take_back: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What was given. `withdrawn` and `withdrawn_way`: None while it stands."""

    id: str
    person_id: str
    kind: ConsentKind
    wording: ConsentWording
    text: str
    text_sha256: str
    way: Way
    given: Instant
    withdrawn: Instant | None = None
    withdrawn_way: Way | None = None


def exact_text(wording: ConsentWording) -> str:
    """The text that was shown: NFC, paragraphs divided by an empty line."""
    parts = [wording.title]
    for part in wording.parts:
        parts += [part.heading, part.text]
    return unicodedata.normalize("NFC", "\n\n".join((*parts, wording.yes, wording.take_back)))


def text_sha256(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def wording_body(wording: ConsentWording) -> dict[str, object]:
    """The stored shape, with its kind and version."""
    return {
        "kind": KIND,
        "version": VERSION,
        "id": wording.kind.value,
        "edition": wording.edition,
        "language": wording.language,
        "title": wording.title,
        "parts": [{"heading": part.heading, "text": part.text} for part in wording.parts],
        "yes": wording.yes,
        "take_back": wording.take_back,
    }


def wording_from(body: object) -> ConsentWording:
    """Words from their stored shape; Refused, with the place, when a part is missing or not as it should be."""
    if not isinstance(body, Mapping) or body.get("kind") != KIND or body.get("version") != VERSION:
        raise Refused(_("These are not words for a consent that this program can read."))
    parts, edition, kind = body.get("parts"), body.get("edition"), body.get("id")
    if not isinstance(parts, list) or not 1 <= len(parts) <= PARTS_LIMIT:
        raise _amiss("parts")
    if not isinstance(edition, int) or isinstance(edition, bool) or edition < 1:
        raise _amiss("edition")
    if kind not in [one.value for one in ConsentKind]:
        raise _amiss("id")
    return ConsentWording(
        kind=ConsentKind(kind),
        edition=edition,
        language=_words(body, "language", 10),
        title=_words(body, "title", TITLE_LIMIT),
        parts=tuple(
            Part(heading=_words(part, "heading", TITLE_LIMIT), text=_words(part, "text", TEXT_LIMIT)) for part in parts
        ),
        yes=_words(body, "yes", TEXT_LIMIT),
        take_back=_words(body, "take_back", TEXT_LIMIT),
    )


def _words(body: object, name: str, limit: int) -> str:
    """One paragraph of words."""
    words = body.get(name) if isinstance(body, Mapping) else None
    if not isinstance(words, str) or not words.strip() or len(words) > limit:
        raise _amiss(name)
    if words != unicodedata.normalize("NFC", " ".join(words.split())):
        raise _amiss(name)
    return words


def _amiss(where: str) -> Refused:
    return Refused(
        _("The words of this consent cannot be read."),
        where=_("Something is missing or out of place at: {place}.").format(place=where),
        then=_("Nothing was changed."),
    )
