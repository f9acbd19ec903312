"""The wordings that come with the program, and wordings as files that are handed on.

A file is taken in strictly: what cannot be shown to both people exactly as it stands is not taken in at all.
"""

import json
from collections.abc import Iterator
from functools import cache

from healingpartner.agreements.wording import Wording, wording_body, wording_from
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.paths import resource
from healingpartner.foundation.text import isolated, reads_as_it_stands
from healingpartner.foundation.words import _
from healingpartner.vault.strict_json import strict_members

BEGINNING, FIRST_VISIT, FULL, PATIENT_CARRIED = "beginning", "first-visit", "full", "patient-carried"
STARTING = (BEGINNING, FIRST_VISIT, FULL, PATIENT_CARRIED)
FILE_LIMIT = 2 * 1024 * 1024


@cache
def starting_wording(wording_id: str = BEGINNING, language: str = "en") -> Wording:
    """The wording of that id in that language, or in English when it has no other; Refused when there is none."""
    known = languages_of(wording_id)
    for tongue in (language, language.partition("_")[0], "en"):
        if tongue in known:
            path = resource("agreements", f"{wording_id}.{tongue}.json")
            return read_wording(path.read_bytes(), name=path.name)
    raise Refused(_("There is no agreement wording of that name."))


def wordings(language: str) -> tuple[Wording, ...]:
    """All that come with the program, shortest way in first, each in that language or else in English."""
    return tuple(starting_wording(one, language) for one in STARTING)


def languages_of(wording_id: str) -> tuple[str, ...]:
    """The languages in which a wording comes with the program, by name; none for an unknown id."""
    if wording_id not in STARTING:
        return ()
    return tuple(sorted(path.name.split(".")[1] for path in resource("agreements").glob(f"{wording_id}.*.json")))


def write_wording(wording: Wording) -> bytes:
    """A wording as the bytes of a file that a person can open and read; Refused when no program would read it back."""
    data = json.dumps(wording_body(wording), ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass") + b"\n"
    if read_wording(data) != wording:
        raise Refused(_("This agreement wording cannot be written as a file."))
    return data


def read_wording(data: bytes, *, name: str = "") -> Wording:
    """A wording from a file's bytes. Refused with a sentence that names the file and the commitment."""
    if len(data) > FILE_LIMIT:
        raise _not_ours(name, _("It is longer than any agreement wording."))
    try:
        members = strict_members(data.removeprefix(b"\xef\xbb\xbf"), limit=FILE_LIMIT)
    except ValueError:
        raise _not_ours(name, _("It is no file of agreement wording, or it is damaged.")) from None
    try:
        wording = wording_from(members)
    except Refused as refused:
        raise _not_ours(name, refused.where or refused.what) from None
    for place, words in _words_of(wording):
        if not reads_as_it_stands(words):
            raise _not_ours(name, _("There are hidden letters in it, at: {place}.").format(place=place))
    return wording


def _words_of(wording: Wording) -> Iterator[tuple[str, str]]:
    """Every text of a wording with its place."""
    labels, signing = wording.labels, wording.signing
    yield from (("title", wording.title), ("opening", wording.opening), ("closing", wording.closing))
    yield from (("labels", words) for words in (labels.practitioner, labels.patient, labels.why, labels.plain))
    yield from (("signing", words) for words in (signing.patient_intent, signing.practitioner_intent))
    yield from (("signing", words) for words in (signing.consent_on_screen, signing.paper_offered))
    for number, one in enumerate(wording.commitments, start=1):
        plain = () if one.plain is None else (one.plain.practitioner, one.plain.patient)
        for words in (one.title, one.practitioner, one.patient, one.why, *plain):
            yield f"commitments {number} ({one.id})", words


def _not_ours(name: str, where: str) -> Refused:
    what = (
        _("The file {name} was not taken in.").format(name=isolated(name)) if name else _("This file was not taken in.")
    )
    return Refused(what, where=where, then=_("Nothing was changed. Ask its author for a mended file."))
