"""What views of this room answer: frozen read models, without anything of how they are stored."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Hand, Voice
from healingpartner.people.answers import Answer, HeaderChip
from healingpartner.people.model import Particulars
from healingpartner.people.partnership import Partnership, State

ListRow = tuple[str, str, str, str, str, str]
"""One line of the people list: (person id, shown name, folded names, partnership state, partners since or "",
birth date or "")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHeader:
    """What stands above every page of a person. `called` is the name for speaking to or of them; `age` is whole
    years (least, most), equal when the birth date is known well enough.
    """

    id: str
    name: str
    called: str
    pronouns: str
    age: tuple[int, int] | None
    birth_date: PartialDate | None
    state: State
    partners_since: PartialDate | None
    chips: tuple[HeaderChip, ...]
    language: str
    archived: bool
    merged_into: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLink:
    """A link from someone else of the practice to this person."""

    person_id: str
    name: str
    kind: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRecord:
    """Everything kept about a person here. `base` is the ledger sequence a form begins from; `link_names` gives the
    present name of linked people by id (none when that record was erased); `merged` are records merged into this.
    """

    id: str
    particulars: Particulars
    answers: tuple[Answer, ...]
    partnership: Partnership
    archived: bool
    merged_into: str
    base: int
    link_names: dict[str, str]
    named_by: tuple[NamedLink, ...]
    merged: tuple["PersonRecord", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field that changed: `before` or `after` is "" where there was or is nothing."""

    seq: int
    at: Instant
    by: Voice
    hand: Hand
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Someone already here who may be the person being added. `why` holds "name", "birth_date" or "phone"."""

    id: str
    name: str
    birth_date: PartialDate | None
    why: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Representative:
    """Someone who may speak or sign for a person."""

    name: str
    relation: str
    basis: str
    reach: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyEntry:
    """One labelled text; `voice` says whose words they are."""

    label: str
    words: str
    voice: Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class CopySection:
    """A titled part of a person's own copy."""

    title: str
    entries: tuple[CopyEntry, ...]
