"""What the practitioner keeps for all notes, a snippet, and what they keep for themselves alone.

None of it ever holds a patient's words from another chart: a template keeps headings only.
"""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant

WORDS_LIMIT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Words the practitioner writes often, put into a note after a look at them."""

    id: str
    name: str
    words: str
    made: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """A reflection of the practitioner alone: not part of the note, of the copy or of what is found by searching."""

    id: str
    person_id: str
    visit_id: str
    words: str
    written: Instant
