"""The words of an agreement, and the one exact text that they make.

A wording is data: commitments, each with a promise from either side. What is hashed and signed is `exact_text`,
which depends on the wording alone: never on the language of the screen, on fonts or on the day.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _

KIND = "healingpartner.agreement-wording"
VERSION = 1
MEDIA_TYPE = "text/plain; charset=utf-8"
TITLE_LIMIT, TEXT_LIMIT, COMMITMENTS_LIMIT = 200, 5_000, 100

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]{2,4})?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One thing that both promise: each side's own sentence, and why it is here."""

    id: str
    title: str
    practitioner: str
    patient: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The three headings that stand before the parts of a commitment, in the wording's language."""

    practitioner: str
    patient: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningWords:
    """What a signature says: the intent of each side, consent to sign on screen, and that paper was offered."""

    patient_intent: str
    practitioner_intent: str
    consent_on_screen: str
    paper_offered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one agreement in one language; `edition` counts up when its author changes them."""

    id: str
    edition: int
    language: str
    title: str
    opening: str
    labels: Labels
    commitments: tuple[Commitment, ...]
    closing: str
    signing: SigningWords


def exact_text(wording: Wording) -> str:
    """The text that is shown, hashed and signed: NFC, paragraphs divided by an empty line, LF, no end of line."""
    labels = wording.labels
    parts = [wording.title, wording.opening]
    for number, one in enumerate(wording.commitments, start=1):
        parts += [
            f"{number}. {one.title}",
            f"{labels.practitioner}: {one.practitioner}",
            f"{labels.patient}: {one.patient}",
            f"{labels.why}: {one.why}",
        ]
    parts.append(wording.closing)
    return unicodedata.normalize("NFC", "\n\n".join(parts))


def text_sha256(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def wording_body(wording: Wording) -> dict[str, object]:
    """The stored shape, with its kind and version."""
    labels, signing = wording.labels, wording.signing
    return {
        "kind": KIND,
        "version": VERSION,
        "id": wording.id,
        "edition": wording.edition,
        "language": wording.language,
        "title": wording.title,
        "opening": wording.opening,
        "labels": {"practitioner": labels.practitioner, "patient": labels.patient, "why": labels.why},
        "commitments": [
            {"id": c.id, "title": c.title, "practitioner": c.practitioner, "patient": c.patient, "why": c.why}
            for c in wording.commitments
        ],
        "closing": wording.closing,
        "signing": {
            "patient_intent": signing.patient_intent,
            "practitioner_intent": signing.practitioner_intent,
            "consent_on_screen": signing.consent_on_screen,
            "paper_offered": signing.paper_offered,
        },
    }


def wording_from(body: object) -> Wording:
    """A wording from its stored shape; Refused, with the place, when a part is missing or not as it should be."""
    top = _mapping(body, "")
    if top.get("kind") != KIND or top.get("version") != VERSION:
        raise Refused(_("This is not an agreement wording that this program can read."))
    labels, signing = _mapping(top.get("labels"), "labels"), _mapping(top.get("signing"), "signing")
    commitments = top.get("commitments")
    if not isinstance(commitments, Sequence) or isinstance(commitments, str) or not commitments:
        raise _amiss("commitments")
    if len(commitments) > COMMITMENTS_LIMIT:
        raise _amiss("commitments")
    made = tuple(_commitment(one, f"commitments {place}") for place, one in enumerate(commitments, start=1))
    if len({one.id for one in made}) != len(made):
        raise _amiss("commitments id")
    edition = top.get("edition")
    if not isinstance(edition, int) or isinstance(edition, bool) or edition < 1:
        raise _amiss("edition")
    return Wording(
        id=_shaped(top, "id", "", _SLUG),
        edition=edition,
        language=_shaped(top, "language", "", _LANGUAGE),
        title=_words(top, "title", "", TITLE_LIMIT),
        opening=_words(top, "opening", ""),
        labels=Labels(**{name: _words(labels, name, "labels", TITLE_LIMIT) for name in Labels.__slots__}),
        commitments=made,
        closing=_words(top, "closing", ""),
        signing=SigningWords(**{name: _words(signing, name, "signing") for name in SigningWords.__slots__}),
    )


def _commitment(body: object, where: str) -> Commitment:
    parts = _mapping(body, where)
    return Commitment(
        id=_shaped(parts, "id", where, _SLUG),
        title=_words(parts, "title", where, TITLE_LIMIT),
        practitioner=_words(parts, "practitioner", where),
        patient=_words(parts, "patient", where),
        why=_words(parts, "why", where),
    )


def _mapping(body: object, where: str) -> Mapping[str, object]:
    if not isinstance(body, Mapping):
        raise _amiss(where)
    return body


def _words(parts: Mapping[str, object], name: str, where: str, limit: int = TEXT_LIMIT) -> str:
    """One paragraph of words: a line break would make two parts of the exact text look like one."""
    words = parts.get(name)
    if not isinstance(words, str) or not words.strip() or len(words) > limit:
        raise _amiss(f"{where} {name}")
    if words != unicodedata.normalize("NFC", " ".join(words.split())):
        raise _amiss(f"{where} {name}")
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Cn"} for letter in words):
        raise _amiss(f"{where} {name}")
    return words


def _shaped(parts: Mapping[str, object], name: str, where: str, shape: re.Pattern[str]) -> str:
    value = parts.get(name)
    if not isinstance(value, str) or len(value) > 64 or not shape.match(value):
        raise _amiss(f"{where} {name}")
    return value


def _amiss(where: str) -> Refused:
    return Refused(
        _("This agreement wording cannot be read."),
        where=_("Something is missing or out of place at: {place}.").format(place=where.strip() or "–"),
        then=_("Nothing was changed. Ask its author for a mended file."),
    )
