"""What a note is: its sections, what was carried over and not touched yet, and how far it has come.

Templates are data with a kind and a version; a note keeps its own titles, so it reads the same for ever.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import TEXT_LIMIT, clean_line, clean_text
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, _, ngettext

KIND, VERSION = "healingpartner.note", 1
TEMPLATES_KIND, TEMPLATES_VERSION = "healingpartner.note-templates", 1
TITLE_LIMIT, NAME_LIMIT, SECTIONS_LIMIT, ADDENDUM_LIMIT = 200, 120, 40, 20_000
OWN = "own:"


class NoteKind(StrEnum):
    """What the note is about."""

    VISIT = "visit"
    CALL = "call"
    LETTER = "letter"
    MESSAGE = "message"
    OTHER = "other"


KIND_WORDS: Mapping[NoteKind, str] = {
    NoteKind.VISIT: N_("A visit"),
    NoteKind.CALL: N_("A call"),
    NoteKind.LETTER: N_("A letter"),
    NoteKind.MESSAGE: N_("A message"),
    NoteKind.OTHER: N_("Something else"),
}


class Standing(StrEnum):
    """How far a note has come. Each step is an act of its own."""

    WRITTEN = "written"
    SIGNED = "signed"
    LOCKED = "locked"


class Way(StrEnum):
    """How somebody saw a note."""

    ON_THE_TURNED_VIEW = "turned"
    READ_ALOUD = "aloud"
    ON_PAPER = "paper"


WAY_WORDS: Mapping[Way, str] = {
    Way.ON_THE_TURNED_VIEW: N_("on the turned screen"),
    Way.READ_ALOUD: N_("read aloud together"),
    Way.ON_PAPER: N_("on paper"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a note. `carried`: its words come from an earlier note, and nobody has touched them yet.

    `ask`: how a template asks the patient beforehand, on paper; "" where there is nothing to ask.
    """

    key: str
    title: str
    hint: str = ""
    words: str = ""
    carried: bool = False
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A shape for notes. `key`: "soap" for one that comes with the program, "own:<id>" for an own one.

    `letter`: made for letters, and offered only where there is no visit.
    """

    key: str
    name: str
    about: str
    sections: tuple[Section, ...]
    letter: bool = False

    def is_own(self) -> bool:
        """Whether the practitioner made it."""
        return self.key.startswith(OWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """Words added below a note, by either side."""

    id: str
    voice: Voice
    words: str
    added: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Somebody saw the note. `text_sha256`: of the words it had then."""

    id: str
    voice: Voice
    way: Way
    seen: Instant
    text_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note. `about`: when what it tells of was; `written`: when its words were last kept."""

    id: str
    person_id: str
    visit_id: str
    kind: NoteKind
    template: str
    title: str
    sections: tuple[Section, ...]
    about: Instant
    written: Instant
    from_note_id: str = ""
    signed: Instant | None = None
    locked: Instant | None = None
    addenda: tuple[Addendum, ...] = ()
    readings: tuple[Reading, ...] = ()

    def standing(self) -> Standing:
        """How far it has come."""
        if self.locked is not None:
            return Standing.LOCKED
        return Standing.WRITTEN if self.signed is None else Standing.SIGNED

    def carried(self) -> tuple[Section, ...]:
        """Parts with words of an earlier note that nobody has touched."""
        return tuple(one for one in self.sections if one.carried and one.words)

    def filled(self) -> tuple[Section, ...]:
        """Parts that hold words."""
        return tuple(one for one in self.sections if one.words)

    def text(self) -> str:
        """All its words below their titles, as they are read and hashed."""
        parts = [self.title] if self.title else []
        for one in self.filled():
            parts += [one.title, one.words]
        return "\n\n".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAsked:
    """What a form holds."""

    template: str
    sections: tuple[Section, ...]
    kind: NoteKind = NoteKind.VISIT
    title: str = ""
    from_note_id: str = ""

    def cleaned(self) -> "NoteAsked":
        """With its words as they are kept. RuleBroken beside the section that does not fit, or "" for all of it."""
        if len(self.sections) > SECTIONS_LIMIT:
            raise RuleBroken("", _("A note has room for forty parts. Join some of them."))
        kept = tuple(
            replace(one, title=clean_line(one.title, field=one.key, limit=TITLE_LIMIT), words=_words(one))
            for one in self.sections
        )
        over = sum(len(one.words) for one in kept) - TEXT_LIMIT
        if over > 0:
            raise RuleBroken(
                "",
                ngettext(
                    "All parts together are {over} character too long. Nothing was lost: shorten one and keep it.",
                    "All parts together are {over} characters too long. Nothing was lost: shorten one and keep it.",
                    over,
                ).format(over=over),
            )
        if not any(one.words for one in kept):
            raise RuleBroken("", _("There are no words here yet."))
        return replace(self, sections=kept, title=clean_line(self.title, field="title", limit=TITLE_LIMIT))


def sections_body(sections: Iterable[Section]) -> dict[str, object]:
    """The stored shape, with its kind and version."""
    return {
        "kind": KIND,
        "version": VERSION,
        "sections": [
            {"key": one.key, "title": one.title, "hint": one.hint, "words": one.words, "carried": one.carried}
            for one in sections
        ],
    }


def sections_from(body: object) -> tuple[Section, ...]:
    """Sections from their stored shape; Refused when it is of another kind."""
    if not isinstance(body, Mapping) or body.get("kind") != KIND or body.get("version") != VERSION:
        raise Refused(_("The words of this note cannot be read by this program."), then=_("A newer one may read them."))
    listed = body.get("sections")
    return tuple(_section(each, {"key", "title", "hint", "words", "carried"}) for each in listed or ())


def templates_from(body: object) -> tuple[Template, ...]:
    """Templates as a file of resources/notes holds them. Refused, with the place, for a field nobody knows."""
    if (
        not isinstance(body, Mapping)
        or body.get("kind") != TEMPLATES_KIND
        or body.get("version") != TEMPLATES_VERSION
        or not isinstance(body.get("templates"), list)
    ):
        raise Refused(_("These are not templates for notes that this program can read."))
    return tuple(template_from(each) for each in body["templates"])


def template_from(body: object) -> Template:
    """One template; Refused, with the place, when a part is missing or unknown."""
    if not isinstance(body, Mapping):
        raise _amiss("template")
    unknown = set(body) - {"id", "name", "about", "sections", "letter"}
    if unknown:
        raise _amiss(min(map(str, unknown)))
    listed = body.get("sections")
    if not isinstance(listed, list) or not 1 <= len(listed) <= SECTIONS_LIMIT:
        raise _amiss("sections")
    sections = tuple(_section(each, {"key", "title", "hint", "ask"}) for each in listed)
    if len({one.key for one in sections}) != len(sections):
        raise _amiss("key")
    return Template(
        key=_line(body, "id"),
        name=_line(body, "name"),
        about=str(body.get("about", "")),
        sections=sections,
        letter=body.get("letter") is True,
    )


def headings_of(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The sections without any words: what a template made from a note keeps, so that nothing crosses over."""
    return tuple(Section(key=f"part-{at}", title=one.title, hint=one.hint) for at, one in enumerate(sections, start=1))


def started_from(earlier: Note, template: Template) -> tuple[Section, ...]:
    """The template's parts with the words of an earlier note of the same person, each marked as carried over."""
    held = {one.key: one.words for one in earlier.sections}
    by_title = {one.title: one.words for one in earlier.sections}
    filled = ((one, held.get(one.key) or by_title.get(one.title, "")) for one in template.sections)
    return tuple(replace(one, words=words, carried=bool(words)) for one, words in filled)


def checked_addendum(words: str) -> str:
    """Words to add as they are kept; RuleBroken when there are none."""
    kept = clean_text(words, field="addendum", limit=ADDENDUM_LIMIT)
    if not kept:
        raise RuleBroken("addendum", _("There are no words here yet."))
    return kept


def checked_name(name: str) -> str:
    """A name for a template or a snippet; RuleBroken when there is none."""
    kept = clean_line(name, field="name", limit=NAME_LIMIT)
    if not kept:
        raise RuleBroken("name", _("Give it a name to find it by."))
    return kept


def _words(section: Section) -> str:
    return clean_text(section.words, field=section.key, limit=TEXT_LIMIT)


def _section(body: object, known: set[str]) -> Section:
    if not isinstance(body, Mapping):
        raise _amiss("sections")
    unknown = set(body) - known
    if unknown:
        raise _amiss(min(map(str, unknown)))
    return Section(
        key=_line(body, "key"),
        title=_line(body, "title"),
        hint=str(body.get("hint", "")),
        words=str(body.get("words", "")),
        carried=body.get("carried") is True,
        ask=str(body.get("ask", "")),
    )


def _line(body: Mapping[str, object], name: str) -> str:
    line = body.get(name)
    if not isinstance(line, str) or not line.strip() or len(line) > TITLE_LIMIT:
        raise _amiss(name)
    return line


def _amiss(where: str) -> Refused:
    return Refused(
        _("This template for notes cannot be read."),
        where=_("Something is missing or out of place at: {place}.").format(place=where),
        then=_("Nothing was changed."),
    )
