"""Open points of a text: commitments that stand in it and bind nobody, because both have not agreed to them.

The mark is part of the exact text, in the wording's own language, so that what was signed says itself what it
leaves open.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from healingpartner.agreements.wording import Commitment, Wording, exact_text, wording_body, wording_from
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import N_, Words, _

KIND = "healingpartner.agreement-text"
VERSION = 1


class Mark(StrEnum):
    """Why a commitment binds nobody."""

    NOT_YET = "not_yet"
    LEFT_OUT = "left_out"


MARK_WORDS: Mapping[Mark, str] = {
    Mark.NOT_YET: N_("Not agreed yet. It binds nobody."),
    Mark.LEFT_OUT: N_("Left out. It binds nobody."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPoint:
    """A commitment that binds nobody, and the sentence in the text that says so."""

    commitment_id: str
    mark: Mark
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What one version says: its wording and its open points, in the order of the commitments."""

    wording: Wording
    open: tuple[OpenPoint, ...] = ()

    def open_point(self, commitment_id: str) -> OpenPoint | None:
        """The mark of that commitment, if it has one."""
        return next((one for one in self.open if one.commitment_id == commitment_id), None)

    def binding(self) -> tuple[Commitment, ...]:
        """The commitments that bind both, once both have signed this text."""
        marked = {one.commitment_id for one in self.open}
        return tuple(one for one in self.wording.commitments if one.id not in marked)


def open_point(commitment_id: str, mark: Mark, *, language: str) -> OpenPoint:
    """A mark with its sentence in the wording's language."""
    return OpenPoint(commitment_id=commitment_id, mark=mark, words=Words(language).say(MARK_WORDS[mark]))


def full_text(text: Text) -> str:
    """The exact text, each mark in a paragraph of its own below its commitment's title."""
    if not text.open:
        return exact_text(text.wording)
    marks = {one.commitment_id: one.words for one in text.open}
    commitments = tuple(
        replace(one, title=f"{one.title}\n\n{marks[one.id]}") if one.id in marks else one
        for one in text.wording.commitments
    )
    return exact_text(replace(text.wording, commitments=commitments))


def unchanged(former: Text, present: Text) -> frozenset[str]:
    """Ids of the commitments that say the same, marks included, in both texts."""
    before = {one.id: (one, former.open_point(one.id)) for one in former.wording.commitments}
    return frozenset(
        one.id for one in present.wording.commitments if before.get(one.id) == (one, present.open_point(one.id))
    )


def text_body(text: Text) -> dict[str, object]:
    """The stored shape: that of the wording alone while nothing is open."""
    if not text.open:
        return wording_body(text.wording)
    return {
        "kind": KIND,
        "version": VERSION,
        "wording": wording_body(text.wording),
        "open": [{"commitment_id": one.commitment_id, "mark": one.mark.value, "words": one.words} for one in text.open],
    }


def text_from(body: object) -> Text:
    """A text from its stored shape; Refused when it cannot be read, or marks a commitment that is not in it."""
    if not isinstance(body, Mapping) or body.get("kind") != KIND:
        return Text(wording=wording_from(body))
    wording = wording_from(body.get("wording"))
    try:
        points = tuple(
            OpenPoint(commitment_id=one["commitment_id"], mark=Mark(one["mark"]), words=one["words"])
            for one in body["open"]
        )
    except (KeyError, TypeError, ValueError) as amiss:
        raise _unreadable() from amiss
    text = Text(wording=wording, open=points)
    marked = [one.commitment_id for one in points]
    in_order = [one.id for one in wording.commitments if one.id in marked]
    if marked != in_order or not all(one.words for one in points):
        raise _unreadable()
    if text_body(text) != body:
        raise _unreadable()
    return text


def _unreadable() -> Refused:
    return Refused(_("The open points of this agreement cannot be read."))
