"""Invented papers of a journal."""

import json
from datetime import date

from agreements.signing import wave
from healingpartner.foundation.strokes import drawing_body
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.journal.model import Entry, Kind
from healingpartner.journal.reflections.model import Opened, Side
from healingpartner.journal.reflections.statements import Domain, Instead
from healingpartner.journal.repairs.model import Change, GivenBack, Mended, Repair, RepairState, Statement
from healingpartner.paper.journal.meaning_pages import MeaningPages, meaning_paper, questions_paper
from healingpartner.paper.journal.opened import OpenedCopy, opened_paper
from healingpartner.paper.journal.reflection_sheet import BlankReflection, blank_reflection
from healingpartner.paper.journal.repair_paper import RepairCopy, repair_paper
from healingpartner.paper.journal.slip import Slip, slip_paper
from healingpartner.paper.printed import Paper, Printed
from paper.elm import ELM, NOON

AMARA, MIRA = "Dr. Amara Osei", "Mira Rahimi"
PATIENT = Side(
    levels=dict(zip(list(Domain)[:6], (4, 3, 2, 4, 3, 4), strict=True)),
    instead={Domain.CHOICE: Instead.ALOUD},
    valued="You waited until I had found the word.",
)
PRACTITIONER = Side(
    levels=dict(zip(Domain, (4, 4, 4, 3, 3, 4, 3, 2), strict=True)), feels="I look forward to our hours."
)


def opened(patient: Side = PATIENT) -> OpenedCopy:
    """Both sides, one line not shown."""
    one = Opened(id="o", person_id="p", reflection_id="r", opened=NOON, patient=patient, practitioner=PRACTITIONER)
    return OpenedCopy(patient=MIRA, practitioner=AMARA, opened=one, made=NOON)


def repair(words: str = "you looked at the clock") -> RepairCopy:
    """Told, heard, mended and closed."""
    one = Repair(
        id="r",
        person_id="p",
        by=Voice.PATIENT,
        said=NOON,
        statement=Statement(when=words, felt="rushed", matters="to finish a thought", like="time to finish"),
        state=RepairState.CLOSED,
        given_back=(
            GivenBack(hears="You were not done.", at=NOON, understood=False, not_quite="I was just beginning."),
            GivenBack(
                hears="You stopped before the part that mattered.", at=NOON, own_part="I was worried about the next "
                "person, and you paid for it.", sorry="looking at the clock", understood=True,
            ),
        ),
        changes=(
            Change(id="c", owner=Voice.PRACTITIONER, words="The clock stands behind you.", due_on=date(2026, 12, 1)),
        ),
        patient_says=Mended.MENDED,
        practitioner_says=Mended.MENDED,
        closed=NOON,
    )  # fmt: skip
    return RepairCopy(patient=MIRA, practitioner=AMARA, repair=one, made=NOON)


def meaning(words: str = "I planted garlic. I did not think about November once.") -> MeaningPages:
    """Words, a drawing, and what was learned."""
    entries = (
        Entry(id="1", person_id="p", kind=Kind.MEANING, voice=Voice.PATIENT, shared=NOON, words=words),
        Entry(
            id="2", person_id="p", kind=Kind.MEANING, voice=Voice.PATIENT, shared=NOON,
            strokes=json.dumps(drawing_body(wave())),
        ),
        Entry(id="3", person_id="p", kind=Kind.LEARNED, voice=Voice.PRACTITIONER, shared=NOON, words="To wait."),
    )  # fmt: skip
    return MeaningPages(patient=MIRA, practitioner=AMARA, entries=entries, made=NOON)


def every_paper(words: Words, paper: Paper) -> dict[str, Printed]:
    """Each by its name."""
    more = {"letterhead": ELM, "words": words, "paper": paper}
    six = ("amber", "lantern", "meadow", "quiet", "river", "stone")
    return {
        "journal-slip": slip_paper(Slip(called="Mira", words=six, made=NOON), **more),
        "journal-reflection": blank_reflection(BlankReflection(voice=Voice.PATIENT, name=MIRA, made=NOON), **more),
        "journal-reflection-own": blank_reflection(
            BlankReflection(voice=Voice.PRACTITIONER, name=AMARA, made=NOON), **more
        ),
        "journal-opened": opened_paper(opened(), **more),
        "journal-repair": repair_paper(repair(), **more),
        "journal-meaning": meaning_paper(meaning(), **more),
        "journal-questions": questions_paper(["Why this and not that?"], name=MIRA, made=NOON, **more),
    }
