"""What the agreements' rows say, in words: texts, signatures, what both said, renewing, ending, letters, consents."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from healingpartner.agreements.consents.model import KIND_WORDS, WAY_WORDS
from healingpartner.agreements.endings.letters import LETTER_WORDS
from healingpartner.agreements.endings.model import LEADS_TO_WORDS, REASON_WORDS, STEP_WORDS
from healingpartner.agreements.envelope import Envelope, Role, envelope_from
from healingpartner.agreements.marks import text_from
from healingpartner.agreements.model import IDENTITY_WORDS, STATE_WORDS
from healingpartner.agreements.renewals.model import CHOICE_WORDS
from healingpartner.agreements.views import copy_of
from healingpartner.exchange.record_rows import Told, sections_of_rows
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.record_copy import CopyEntry, CopySection
from healingpartner.vault.reading import Reader, Value

Row = Mapping[str, Value]
_SIDES = {"patient": N_("The patient"), "practitioner": N_("The practitioner"), "both": N_("Both")}
_ROLES: Mapping[Role, str] = {
    Role.PATIENT: N_("The patient"),
    Role.PRACTITIONER: N_("The practitioner"),
    Role.REPRESENTATIVE: N_("For the patient"),
    Role.INTERPRETER: N_("The interpreter"),
    Role.WITNESS: N_("The witness"),
}
_STANCES = {
    "agree": N_("I agree"),
    "reworded": N_("In own words"),
    "not_yet": N_("Not yet"),
    "left_out": N_("Leave it out"),
}
_REPLIES = {"accepted": N_("Taken by the other"), "set_aside": N_("Left as it was")}


def _values(words: Mapping[Any, str]) -> dict[str, str]:
    return {str(getattr(key, "value", key)): said for key, said in words.items()}


TOLD: Mapping[str, Told] = {
    "agreement": Told(
        title=N_("Agreement"),
        labels={
            "offered": N_("Offered"),
            "talked_over": N_("Talked over"),
            "thinking": N_("Time to think asked for"),
            "ask_again_on": N_("To be asked again"),
            "signed": N_("Signed by both"),
        },
        values={"state": _values(STATE_WORDS)},
    ),
    "agreement_stance": Told(
        title=N_("What was said of a promise"),
        labels={
            "side": N_("Side"),
            "stance": N_("Answer"),
            "practitioner_words": N_("The practitioner promises – in own words"),
            "patient_words": N_("The patient promises – in own words"),
            "help": N_("What would help"),
            "reply": N_("The other's reply"),
            "replied": N_("Replied"),
        },
        values={"side": _SIDES, "stance": _STANCES, "reply": _REPLIES},
    ),
    "agreement_thinking": Told(
        title=N_("The practitioner's time to think"),
        labels={"since": N_("Since"), "ask_again_on": N_("To be asked again")},
    ),
    "agreement_paper_scan": Told(
        title=N_("Scan of the signed paper"),
        labels={"media_type": N_("Kind of file"), "bytes": N_("Size in bytes"), "brought": N_("Brought back")},
    ),
    "agreement_sealed_copy": Told(title=N_("Sealed copy"), labels={"sealed": N_("Sealed")}),
    "agreement_envelope_signature": Told(title=N_("Seal of a signature"), left_out=frozenset({"signature"})),
    "renewal_date": Told(
        title=N_("Day to look at it again"),
        labels={"renew_on": N_("Day"), "moved_by": N_("Chosen by"), "moved": N_("Chosen")},
        values={"moved_by": _SIDES},
    ),
    "renewal_review": Told(
        title=N_("Looking at it again"),
        labels={"outcome": N_("Outcome"), "finished": N_("Closed")},
        values={"outcome": {"kept": N_("All promises stay as they are"), "changes": N_("New words are talked over")}},
    ),
    "renewal_answer": Told(
        title=N_("What was said on looking again"),
        labels={"voice": N_("Side"), "choice": N_("Choice")},
        values={"voice": _SIDES, "choice": _values(CHOICE_WORDS)},
        in_lines=True,
    ),
    "ending": Told(
        title=N_("Ending"),
        labels={
            "begun_by": N_("Begun by"),
            "leads_to": N_("What comes after"),
            "reason_words": N_("In own words"),
            "patient_words": N_("The patient's words"),
            "practitioner_words": N_("The practitioner's words"),
            "last_day": N_("The last day"),
            "why_then": N_("Why then"),
            "taken_back": N_("Taken back"),
        },
        values={
            "begun_by": _SIDES,
            "leads_to": _values(LEADS_TO_WORDS),
            "reason": _values(REASON_WORDS),
        },
    ),
    "ending_step": Told(
        title=N_("What is handed over"), labels={"kind": N_("What")}, values={"kind": _values(STEP_WORDS)}
    ),
    "resuming": Told(
        title=N_("Beginning again"),
        labels={
            "begun_by": N_("Begun by"),
            "patient_words": N_("The patient's words"),
            "practitioner_words": N_("The practitioner's words"),
            "resumed": N_("Begun again"),
        },
        values={"begun_by": _SIDES},
    ),
    "hand_on_letter": Told(
        title=N_("Letter"),
        labels={
            "kind": N_("What kind of letter"),
            "to_whom": N_("For whom"),
            "opening": N_("How it begins"),
            "helped": N_("What has helped"),
            "strengths": N_("Strengths to build on"),
            "questions": N_("Questions that are open"),
            "asked_for": N_("What the patient asks for, in their own words"),
            "closing": N_("How it ends"),
        },
        values={"kind": _values(LETTER_WORDS)},
    ),
    "consent": Told(
        title=N_("Notice or consent"),
        labels={"kind": N_("What"), "way": N_("How it was given")},
        values={"kind": _values(KIND_WORDS), "way": _values(WAY_WORDS)},
        left_out=frozenset({"wording"}),
    ),
    "consent_withdrawal": Told(
        title=N_("Consent taken back"),
        labels={"way": N_("How it was said")},
        values={"way": _values(WAY_WORDS)},
    ),
}


def agreements_sections(db: Reader, person_id: str, words: Words) -> Iterable[CopySection]:
    """Every row of this room that is the person's, in words; texts and signatures first."""
    found = copy_of(db, person_id)
    titles = _titles(found.versions)
    yield from sections_of_rows({"agreement": found.agreements}, words, told=TOLD, titles=titles)
    for version in found.versions:
        yield _text(version, words)
    for signature in found.signatures:
        yield _signature(signature, words)
    beside = {"agreement_stance": found.said, **found.beside}
    yield from sections_of_rows(beside, words, told=TOLD, titles=titles)


def _titles(versions: Iterable[Row]) -> dict[str, str]:
    titles: dict[str, str] = {}
    for version in versions:
        try:
            text = text_from(json.loads(str(version["wording"])))
        except (ValueError, Refused):
            continue
        titles |= {one.id: one.title for one in text.wording.commitments}
    return titles


def _text(version: Row, words: Words) -> CopySection:
    title = words.say(N_("Text {number}")).format(number=words.number(int(str(version["number"]))))
    return CopySection(title=title, entries=(CopyEntry(label="", words=str(version["text"]), voice=Voice.BOTH),))


def _signature(row: Row, words: Words) -> CopySection:
    try:
        envelope = envelope_from(json.loads(str(row["envelope"])))
    except ValueError:
        gone = words.say(N_("This signature can no longer be read."))
        return CopySection(
            title=words.say(N_("Signature")), entries=(CopyEntry(label="", words=gone, voice=Voice.BOTH),)
        )
    facts = tuple(CopyEntry(label=label, words=said, voice=Voice.BOTH) for label, said in _facts(envelope, words))
    return CopySection(title=words.say(N_("Signature")), entries=facts)


def _facts(envelope: Envelope, words: Words) -> Iterator[tuple[str, str]]:
    yield words.say(_ROLES[envelope.role]), envelope.printed_name
    yield (
        words.say(N_("Signed under")),
        words.say(N_("Text {number}")).format(number=words.number(envelope.version_number)),
    )
    if envelope.on_paper is not None:
        day = words.partial_date(PartialDate.read(envelope.on_paper.signed_on))
        yield words.say(N_("By hand on paper, dated")), day
    yield words.say(N_("Kept")), words.moment(envelope.signed_at)
    yield words.say(N_("How it was known who signs")), words.say(IDENTITY_WORDS[envelope.identity])
    capacity = envelope.capacity
    for label, said in (
        (N_("Why they may sign"), "" if capacity is None else capacity.basis),
        (N_("Language interpreted"), "" if capacity is None else capacity.language),
        (N_("Said by signing"), envelope.intent),
        (N_("Said of the screen"), envelope.consent_on_screen),
        (N_("Said of paper"), envelope.paper_offered),
    ):
        if said:
            yield words.say(label), said
