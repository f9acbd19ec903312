"""What plans, visits and the journal keep, in words: a title for each table, and labels where a field's name says less.

The practitioner's own reflections are in no copy: the room itself leaves them out. What is sealed stays sealed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from healingpartner.exchange.record_rows import Rows, Told, sections_of_rows
from healingpartner.foundation.words import N_, Words
from healingpartner.journal import views as journal
from healingpartner.journal.model import HARD_WAY_WORDS, KIND_WORDS as ENTRY_WORDS
from healingpartner.journal.repairs.model import MENDED_WORDS, REPAIR_STATE_WORDS
from healingpartner.paper.record_copy import CopySection
from healingpartner.plans import views as plans
from healingpartner.plans.consents.model import CONSENT_WAY_WORDS
from healingpartner.plans.decisions.model import (
    DECISION_STATE_WORDS,
    DIRECTION_WORDS,
    EVIDENCE_WORDS,
    OPTION_STANDING_WORDS,
    REVERSIBLE_WORDS,
    ROLE_WORDS,
    STANCE_WORDS,
)
from healingpartner.plans.differing.model import ALTERNATIVE_STATE_WORDS, DISSENT_STATE_WORDS, GROUND_WORDS
from healingpartner.plans.follow_through.model import OBSTACLE_WORDS, WENT_WORDS
from healingpartner.plans.goals.model import GOAL_STATE_WORDS
from healingpartner.plans.model import LIMIT_WORDS, PLAN_STATE_WORDS
from healingpartner.plans.money import PER_WORDS
from healingpartner.plans.parts.model import PART_STANCE_WORDS
from healingpartner.plans.ruling import RULE_WORDS
from healingpartner.plans.steps.model import STEP_STATE_WORDS, TREATMENT_WORDS
from healingpartner.plans.versions.model import ACK_WORDS
from healingpartner.vault.reading import Reader
from healingpartner.visits import views as visits
from healingpartner.visits.appointments import views as appointments
from healingpartner.visits.body import views as body
from healingpartner.visits.body.model import SIDE_WORDS
from healingpartner.visits.examinations import views as examinations
from healingpartner.visits.measurements import views as measurements
from healingpartner.visits.model import FELT_WORDS, KIND_WORDS as PLACE_WORDS
from healingpartner.visits.notes import views as notes
from healingpartner.visits.notes.model import KIND_WORDS as NOTE_WORDS, WAY_WORDS
from healingpartner.visits.sharing import views as sharing
from healingpartner.visits.sharing.model import REACH_WORDS
from healingpartner.visits.writing import views as writing
from healingpartner.visits.writing.model import CHOICE_WORDS


def _values(words: Mapping[Any, str]) -> dict[str, str]:
    return {str(getattr(key, "value", key)): said for key, said in words.items()}


_COLUMNS = frozenset({"state", "review_on", "kind", "voice", "is_open", "entry_id"})  # each stands in the body as well
_PLAN_LABELS: Mapping[str, str] = {
    "at": N_("When"), "by": N_("From"), "voice": N_("From"), "about": N_("About"), "low": N_("At least"),
    "high": N_("At most"), "proposed_by": N_("Proposed by"), "reversible": N_("Can one go back"),
    "obstacles": N_("What got in the way"), "needs": N_("What it needs"), "state": N_("State"),
    "matters": N_("What matters to me"), "hopes": N_("What I hope for"), "fears": N_("What I fear"),
    "reach": N_("When and how to call"), "ceiling": N_("What it may cost"),
    "amount": N_("Amount"), "per": N_("How often"),
    "begins_on": N_("Begins on"), "review_on": N_("We look at it again on"), "due_on": N_("By"),
    "patient_words": N_("The goal, in the patient's words"), "shared_wording": N_("The goal, in words of both"),
    "why": N_("Why"), "why_now": N_("Why now"), "levels": N_("How we will know"), "question": N_("The question"),
    "role": N_("How it is decided"), "others": N_("Who else is part of it"), "label": N_("The way"),
    "involves": N_("What it involves"), "helps": N_("How it may help"), "harms": N_("How it may harm"),
    "effort": N_("What it asks of you"), "stance": N_("Where one stands"), "reason": N_("Why"),
    "inner_words": N_("What my body or inner wisdom says"), "ready": N_("Ready, 0 to 10"), "sure": N_("Sure, 0 to 10"),
    "standing": N_("What became of it"), "what": N_("What"), "when": N_("When"), "where": N_("Where"),
    "how_often": N_("How often"), "in_the_way": N_("What could get in the way"), "supports": N_("What would help"),
    "watch_for": N_("What to watch for"), "call_when": N_("When to call"), "went": N_("How it went"),
    "helped": N_("What helped"), "got_in_the_way": N_("What got in the way"), "risks": N_("What could go wrong"),
    "alternatives": N_("What else could be done"), "owner": N_("Who does it"), "way": N_("How"),
    "rule": N_("A rule, not you"),
}  # fmt: skip
_PLAN_VALUES = {
    "per": _values(PER_WORDS), "role": _values(ROLE_WORDS), "reversible": _values(REVERSIBLE_WORDS),
    "direction": _values(DIRECTION_WORDS), "went": _values(WENT_WORDS), "obstacles": _values(OBSTACLE_WORDS),
    "ground": _values(GROUND_WORDS), "standing": _values(OPTION_STANDING_WORDS),
}  # fmt: skip


def _plan(title: str, **values: Mapping[Any, str]) -> Told:
    own = {name: _values(words) for name, words in values.items()}
    return Told(title=title, labels=_PLAN_LABELS, values=_PLAN_VALUES | own, left_out=_COLUMNS)


PLANS: Mapping[str, Told] = {
    "plan": _plan(N_("Plan"), state=PLAN_STATE_WORDS, kind=LIMIT_WORDS),
    "plan_goal": _plan(N_("Goal"), state=GOAL_STATE_WORDS),
    "plan_goal_rating": _plan(N_("How near it was")),
    "plan_decision": _plan(N_("Decision"), state=DECISION_STATE_WORDS),
    "plan_option": _plan(N_("A way"), stance=STANCE_WORDS, kind={**EVIDENCE_WORDS, **RULE_WORDS}),
    "plan_part": _plan(N_("A part of me"), stance=PART_STANCE_WORDS),
    "plan_going_on": _plan(N_("Going on all the same")),
    "plan_dissent": _plan(N_("Seen differently"), state=DISSENT_STATE_WORDS),
    "plan_alternative": _plan(N_("Another way instead"), state=ALTERNATIVE_STATE_WORDS),
    "plan_step": _plan(N_("Step"), state=STEP_STATE_WORDS, kind={**TREATMENT_WORDS, **RULE_WORDS}),
    "plan_check_in": _plan(N_("How it goes")),
    "plan_consent": _plan(N_("Yes to a treatment"), way=CONSENT_WAY_WORDS),
    "plan_consent_withdrawal": _plan(N_("A yes taken back"), way=CONSENT_WAY_WORDS),
    "plan_acknowledgement": _plan(N_("Answer to the plan"), way=ACK_WORDS),
    "plan_version_copy": _plan(N_("Printed copy of an agreed plan")),
}
JOURNAL: Mapping[str, Told] = {
    "journal_entry": Told(
        title=N_("Entry"), values={"kind": _values(ENTRY_WORDS), "offered": _values(HARD_WAY_WORDS)},
        left_out=frozenset({"voice", "shared_us"}),
    ),
    "journal_reply": Told(title=N_("Reply"), left_out=_COLUMNS),
    "journal_taken_back": Told(title=N_("Taken back"), left_out=_COLUMNS),
    "journal_hard_offer": Told(
        title=N_("A hard thing, offered"), values={"answer": _values(HARD_WAY_WORDS)}, left_out=_COLUMNS
    ),
    "reflection": Told(title=N_("Reflection"), left_out=_COLUMNS),
    "reflection_patient_side": Told(title=N_("A sealed side"), left_out=_COLUMNS),
    "reflection_opened": Told(title=N_("Opened together"), left_out=_COLUMNS),
    "repair": Told(
        title=N_("Mending"), left_out=_COLUMNS,
        values={
            "state": _values(REPAIR_STATE_WORDS), "patient_says": _values(MENDED_WORDS),
            "practitioner_says": _values(MENDED_WORDS),
        },
    ),
}  # fmt: skip
VISITS: Mapping[str, Told] = {
    "visit": Told(title=N_("Visit"), values={"kind": _values(PLACE_WORDS)}),
    "visit_word": Told(title=N_("Said in a visit")),
    "visit_check_in": Told(title=N_("How it was, coming or going"), values={"felt": _values(FELT_WORDS)}),
    "visit_heard": Told(title=N_("What was heard")),
    "visit_question": Told(title=N_("Question")),
    "visit_owed": Told(title=N_("Owed by the practitioner")),
    "visit_note": Told(title=N_("Note"), values={"kind": _values(NOTE_WORDS)}, left_out=frozenset({"template"})),
    "visit_note_addendum": Told(title=N_("Added to a note")),
    "visit_note_reading": Told(title=N_("Who has seen a note"), values={"way": _values(WAY_WORDS)}),
    "visit_examination": Told(title=N_("Examination")),
    "visit_examination_step": Told(title=N_("Step of an examination")),
    "writing_choice": Told(title=N_("How a visit is written down"), values={"choice": _values(CHOICE_WORDS)}),
    "visit_sharing": Told(title=N_("Who else may see the notes"), values={"reach": _values(REACH_WORDS)}),
    "measurement": Told(title=N_("Measured")),
    "body_drawing": Told(
        title=N_("Drawn on the body"), values={"side": _values(SIDE_WORDS)}, left_out=frozenset({"strokes"})
    ),
    "appointment": Told(title=N_("Appointment"), values={"kind": _values(PLACE_WORDS)}),
    "appointment_waiting": Told(title=N_("Waiting for a place")),
}


def plans_sections(db: Reader, person_id: str, words: Words) -> Iterable[CopySection]:
    """Every plan and all its parts; agreed versions stand on their own printed copies."""
    rows = {name: every for name, every in plans.copy_of(db, person_id).items() if name != "plan_version"}
    return sections_of_rows(rows, words, told=PLANS, titles={})


def journal_sections(db: Reader, person_id: str, words: Words) -> Iterable[CopySection]:
    """Every shared entry but for what was taken back, every opened reflection, every repair."""
    rows = journal.copy_of(db, person_id)
    gone = {str(row["entry_id"]) for row in rows["journal_taken_back"]}
    kept: dict[str, Any] = {name: every for name, every in rows.items() if name != "reflection_practitioner_side"}
    kept["journal_entry"] = tuple(row for row in rows["journal_entry"] if str(row["id"]) not in gone)
    kept["journal_reply"] = tuple(row for row in rows["journal_reply"] if str(row["entry_id"]) not in gone)
    return sections_of_rows(kept, words, told=JOURNAL, titles={})


def visits_sections(db: Reader, person_id: str, words: Words) -> Iterator[CopySection]:
    """Visits, notes with what both added, examinations, appointments; never the practitioner's own reflections."""
    said = (visits.copy_of, notes.copy_of, examinations.copy_of, measurements.copy_of, body.copy_of)
    for copy_of in (*said, writing.copy_of, sharing.copy_of, appointments.copy_of):
        rows: Rows = copy_of(db, person_id)
        yield from sections_of_rows(rows, words, told=VISITS, titles={})
