"""The words of an agreement, and the one exact text that they make.

A wording is data: commitments, each with a promise from either side. What is hashed and signed is `exact_text`,
which depends on the wording alone: never on the language of the screen, on fonts or on the day. The plain words that
may stand beside a promise help reading; they say no more than the promise does and are no part of the exact text.

Version 1 of the stored shape has no plain words, version 2 may have them; both are read for ever. A wording without
them is written as version 1, so that what was stored and hashed once is written the same today.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _

KIND = "healingpartner.agreement-wording"
VERSION, VERSION_WITH_PLAIN = 1, 2
MEDIA_TYPE = "text/plain; charset=utf-8"
TITLE_LIMIT, TEXT_LIMIT, COMMITMENTS_LIMIT, EDITION_LIMIT = 200, 5_000, 100, 1_000_000

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]{2,4})?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """Both promises of a commitment again, shorter and in the plainest words."""

    practitioner: str
    patient: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One thing that both promise: each side's own sentence, why it is here, and perhaps the same in plain words."""

    id: str
    title: str
    practitioner: str
    patient: str
    why: str
    plain: Plain | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The headings before the parts of a commitment, in the wording's language; `plain` is "" when it has none."""

    practitioner: str
    patient: str
    why: str
    plain: str = ""


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
    has_plain = bool(labels.plain) or any(one.plain for one in wording.commitments)
    headings = {"practitioner": labels.practitioner, "patient": labels.patient, "why": labels.why}
    return {
        "kind": KIND,
        "version": VERSION_WITH_PLAIN if has_plain else VERSION,
        "id": wording.id,
        "edition": wording.edition,
        "language": wording.language,
        "title": wording.title,
        "opening": wording.opening,
        "labels": {**headings, "plain": labels.plain} if labels.plain else headings,
        "commitments": [_commitment_body(one) for one in wording.commitments],
        "closing": wording.closing,
        "signing": {
            "patient_intent": signing.patient_intent,
            "practitioner_intent": signing.practitioner_intent,
            "consent_on_screen": signing.consent_on_screen,
            "paper_offered": signing.paper_offered,
        },
    }


def _commitment_body(one: Commitment) -> dict[str, object]:
    body: dict[str, object] = {
        "id": one.id,
        "title": one.title,
        "practitioner": one.practitioner,
        "patient": one.patient,
        "why": one.why,
    }
    if one.plain is not None:
        body["plain"] = {"practitioner": one.plain.practitioner, "patient": one.plain.patient}
    return body


def wording_from(body: object) -> Wording:
    """A wording from its stored shape; Refused, with the place, when a part is missing, unknown or out of place."""
    top = _mapping(body, "")
    version = top.get("version")
    if top.get("kind") != KIND or type(version) is not int or version not in {VERSION, VERSION_WITH_PLAIN}:
        raise Refused(_("This is not an agreement wording that this program can read."))
    _no_others(top, {"kind", "version", *Wording.__slots__}, "")
    plain = version == VERSION_WITH_PLAIN
    made = _commitments(top.get("commitments"), plain=plain)
    edition = top.get("edition")
    if not isinstance(edition, int) or isinstance(edition, bool) or not 1 <= edition <= EDITION_LIMIT:
        raise _amiss("edition")
    signing = _mapping(top.get("signing"), "signing")
    _no_others(signing, SigningWords.__slots__, "signing")
    return Wording(
        id=_shaped(top, "id", "", _SLUG),
        edition=edition,
        language=_shaped(top, "language", "", _LANGUAGE),
        title=_words(top, "title", "", TITLE_LIMIT),
        opening=_words(top, "opening", ""),
        labels=_labels(top.get("labels"), plain=plain),
        commitments=made,
        closing=_words(top, "closing", ""),
        signing=SigningWords(**{name: _words(signing, name, "signing") for name in SigningWords.__slots__}),
    )


def _labels(body: object, *, plain: bool) -> Labels:
    parts = _mapping(body, "labels")
    wanted = ["practitioner", "patient", "why", *(["plain"] if plain and "plain" in parts else [])]
    _no_others(parts, wanted, "labels")
    return Labels(**{name: _words(parts, name, "labels", TITLE_LIMIT) for name in wanted})


def _commitments(body: object, *, plain: bool) -> tuple[Commitment, ...]:
    if not isinstance(body, Sequence) or isinstance(body, str) or not 1 <= len(body) <= COMMITMENTS_LIMIT:
        raise _amiss("commitments")
    made: list[Commitment] = []
    for number, one in enumerate(body, start=1):
        commitment = _commitment(one, number, plain=plain)
        if any(commitment.id == other.id for other in made):
            raise _amiss(f"commitments {number} id")
        made.append(commitment)
    return tuple(made)


def _commitment(body: object, number: int, *, plain: bool) -> Commitment:
    where = f"commitments {number}"
    parts = _mapping(body, where)
    slug = _shaped(parts, "id", where, _SLUG)
    where = f"{where} ({slug})"
    _no_others(parts, Commitment.__slots__ if plain else set(Commitment.__slots__) - {"plain"}, where)
    return Commitment(
        id=slug,
        title=_words(parts, "title", where, TITLE_LIMIT),
        practitioner=_words(parts, "practitioner", where),
        patient=_words(parts, "patient", where),
        why=_words(parts, "why", where),
        plain=_plain(parts["plain"], f"{where} plain") if "plain" in parts else None,
    )


def _plain(body: object, where: str) -> Plain:
    parts = _mapping(body, where)
    _no_others(parts, Plain.__slots__, where)
    return Plain(practitioner=_words(parts, "practitioner", where), patient=_words(parts, "patient", where))


def _no_others(parts: Mapping[str, object], known: Collection[str], where: str) -> None:
    """A member that nobody knows is a part of a promise that nobody would be shown. Its name may be hostile."""
    if not parts.keys() <= set(known):
        raise _amiss(f"{where} …")


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
