"""Who may say and do what with a decision, and what is cleaned before it is kept.

Only the patient decides, or the practitioner where the patient has handed it over. Each side writes in its own voice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext
from healingpartner.plans.decisions.model import (
    DECISION_TURNS,
    LABEL_LIMIT,
    OPTIONS_LIMIT,
    WORDS_LIMIT,
    Courses,
    Decision,
    DecisionState,
    Evidence,
    Felt,
    GridRow,
    Leaning,
    Option,
    OptionKind,
    Outcome,
)
from healingpartner.plans.model import checked_day, checked_ruler

DOING_LESS = frozenset({OptionKind.WAIT, OptionKind.NOTHING})
SOURCE_LIMIT = 500
ROWS_LIMIT = 40
EVIDENCE_LIMIT = 40
_WEIGHED = frozenset({DecisionState.WEIGHING, DecisionState.LEANING})


def cleaned_decision(decision: Decision, *, first_day: date) -> Decision:
    """As it is kept; RuleBroken beside the first field that does not fit. first_day: of the plan."""
    question = clean_text(decision.question, field="question", limit=WORDS_LIMIT)
    if not fold(question):
        raise RuleBroken("question", _("This decision has no question yet. Write what there is to choose."))
    checked_day(decision.decide_by, field="decide_by", not_before=first_day)
    checked_day(decision.revisit_on, field="revisit_on", not_before=first_day)
    return replace(
        decision,
        question=question,
        rows=tuple(cleaned_row(row) for row in decision.rows),
        why_now=clean_text(decision.why_now, field="why_now", limit=WORDS_LIMIT),
        others=clean_text(decision.others, field="others", limit=WORDS_LIMIT),
        why_few=clean_text(decision.why_few, field="why_few", limit=WORDS_LIMIT),
        revisit_if=clean_text(decision.revisit_if, field="revisit_if", limit=WORDS_LIMIT),
    )


def cleaned_row(row: GridRow) -> GridRow:
    """A row of somebody's own, as it is kept; RuleBroken beside "row" when it is empty."""
    asked = clean_line(row.words, field="row", limit=LABEL_LIMIT)
    if not fold(asked):
        raise RuleBroken("row", _("This row has no words yet. Write what you would like to compare."))
    return replace(row, words=asked)


def cleaned_option(option: Option, *, today: date) -> Option:
    """As it is kept; RuleBroken beside the first field that does not fit. Estimates are checked by numbers."""
    label = clean_line(option.label, field="label", limit=LABEL_LIMIT)
    if not fold(label):
        raise RuleBroken("label", _("This way has no name yet. A few words are enough."))
    if max(len(option.evidence), len(option.estimates)) > EVIDENCE_LIMIT:
        raise RuleBroken("evidence", _("This is more than fits here. Keep what weighs most."))
    return replace(
        option,
        label=label,
        cost=None if option.cost is None else option.cost.cleaned(),
        leaning=None if option.leaning is None else cleaned_leaning(option.leaning),
        rule=None if option.rule is None else option.rule.cleaned(),
        evidence=tuple(_cleaned_evidence(one, today=today) for one in option.evidence),
        estimates=tuple(one.cleaned(today=today) for one in option.estimates),
        courses=_cleaned_courses(option.courses),
        felt=cleaned_felt(option.felt),
        cells=_cleaned_cells(option.cells),
        involves=clean_text(option.involves, field="involves", limit=WORDS_LIMIT),
        helps=clean_text(option.helps, field="helps", limit=WORDS_LIMIT),
        harms=clean_text(option.harms, field="harms", limit=WORDS_LIMIT),
        effort=clean_text(option.effort, field="effort", limit=WORDS_LIMIT),
        cautions=clean_text(option.cautions, field="cautions", limit=WORDS_LIMIT),
        if_i_wait=clean_text(option.if_i_wait, field="if_i_wait", limit=WORDS_LIMIT),
    )


def cleaned_leaning(leaning: Leaning) -> Leaning:
    """As it is kept; RuleBroken beside "leaning" without its reason."""
    reason = clean_text(leaning.reason, field="leaning", limit=WORDS_LIMIT)
    if not fold(reason):
        raise RuleBroken("leaning", _("Say why you lean this way. Without a reason it only weighs on the other."))
    return replace(leaning, reason=reason)


def cleaned_felt(felt: Felt) -> Felt:
    """As it is kept; RuleBroken beside the first field that does not fit."""
    return replace(
        felt,
        inner_words=clean_text(felt.inner_words, field="inner_words", limit=WORDS_LIMIT),
        preference=checked_ruler(felt.preference, field="preference"),
        ready=checked_ruler(felt.ready, field="ready"),
        ready_why=clean_text(felt.ready_why, field="ready_why", limit=WORDS_LIMIT),
        sure=checked_ruler(felt.sure, field="sure"),
        sure_why=clean_text(felt.sure_why, field="sure_why", limit=WORDS_LIMIT),
    )


def check_voices(former: Option | None, option: Option, *, by: Voice) -> None:
    """RuleBroken when one side writes what is the other's to say. former: None for a new option."""
    was_felt = Felt() if former is None else former.felt
    if option.felt != was_felt and by is not Voice.PATIENT:
        raise RuleBroken("felt", _("Only the patient can say what they feel here."))
    was_leaning = None if former is None else former.leaning
    if option.leaning != was_leaning and by is not Voice.PRACTITIONER:
        raise RuleBroken("leaning", _("Only the practitioner can say which way they lean."))


def check_room_for_one_more(options: Iterable[Option]) -> None:
    """RuleBroken when a decision has as many options as anyone can look at."""
    if len(tuple(options)) >= OPTIONS_LIMIT:
        raise RuleBroken(
            "options",
            ngettext(
                "There is {most} way here already. Set one aside or take one out first.",
                "There are {most} ways here already. Take one out first, or ask a second question beside this one.",
                OPTIONS_LIMIT,
            ).format(most=OPTIONS_LIMIT),
        )


def check_enough(decision: Decision, options: Iterable[Option]) -> None:
    """RuleBroken when there is too little to weigh: two ways, waiting or doing nothing among them, or why not."""
    there = tuple(options)
    if not there:
        raise RuleBroken("options", _("There is nothing to choose from yet. Put the ways there are side by side."))
    if fold(decision.why_few) or (len(there) >= 2 and any(one.kind in DOING_LESS for one in there)):
        return
    raise RuleBroken(
        "why_few",
        _("Put two ways side by side, and waiting or doing nothing as one of them. Or say why there are not two."),
    )


def turned(decision: Decision, to: DecisionState, options: Iterable[Option], *, by: Voice) -> Decision:
    """The decision as it stands after this turn; RuleBroken beside what does not let it."""
    if to is DecisionState.DECIDED:
        raise RuleBroken("state", _("Say first what was chosen."))
    check_comes_next(decision, to)
    if to is DecisionState.HANDED_OVER and by is not Voice.PATIENT:
        raise RuleBroken("side", _("Only the patient can give a decision to you. They can take it back at any time."))
    if to in _WEIGHED:
        check_enough(decision, options)
    return replace(decision, state=to)


def check_comes_next(decision: Decision, to: DecisionState) -> None:
    """RuleBroken when a decision cannot come to stand at `to` from where it stands."""
    if to in DECISION_TURNS[decision.state]:
        return
    if decision.state is DecisionState.DECIDED:
        raise RuleBroken("state", _("This was decided. Look at it again first, then choose anew."))
    if decision.state is DecisionState.PARKED:
        raise RuleBroken("state", _("This was put aside for now. Take it up again first."))
    raise RuleBroken("state", _("That does not come next for this decision."))


def check_decider(decision: Decision, *, by: Voice) -> None:
    """RuleBroken unless it is the patient, or the practitioner to whom the patient has handed it over."""
    if by is Voice.PATIENT or (by is Voice.PRACTITIONER and decision.state is DecisionState.HANDED_OVER):
        return
    raise RuleBroken("side", _("Only the patient decides this. If they wish to, they can give it to you to decide."))


def decided(decision: Decision, outcome: Outcome, options: Iterable[Option]) -> Decision:
    """The decision with what was chosen; RuleBroken beside what does not let it. Dissents are no matter here."""
    there = tuple(options)
    check_decider(decision, by=outcome.by)
    check_comes_next(decision, DecisionState.DECIDED)
    if outcome.chosen and outcome.chose_not_to:
        raise RuleBroken("chosen", _("Choose one or more ways, or choose not to. Both at once cannot be kept."))
    if not outcome.chosen and not outcome.chose_not_to:
        raise RuleBroken("chosen", _("Choose at least one way. Choosing none of them is a choice too: say so."))
    if not set(outcome.chosen) <= {one.id for one in there}:
        raise RuleBroken("chosen", _("One of these ways is not here any more. Look at the decision again."))
    if outcome.chosen:
        check_enough(decision, there)
    clean = replace(
        outcome,
        chosen=tuple(one.id for one in there if one.id in outcome.chosen),
        words=clean_text(outcome.words, field="words", limit=WORDS_LIMIT),
        tradeoffs=clean_text(outcome.tradeoffs, field="tradeoffs", limit=WORDS_LIMIT),
    )
    return replace(decision, state=DecisionState.DECIDED, outcome=clean)


def _cleaned_cells(cells: Mapping[str, str]) -> dict[str, str]:
    clean = {row_id: clean_text(words, field="cell", limit=WORDS_LIMIT) for row_id, words in cells.items()}
    return {row_id: words for row_id, words in clean.items() if words}


def _cleaned_evidence(evidence: Evidence, *, today: date) -> Evidence:
    words = clean_text(evidence.words, field="evidence", limit=WORDS_LIMIT)
    if not fold(words):
        raise RuleBroken("evidence", _("Write what is known, or take this line out."))
    if evidence.dated is not None and evidence.dated.earliest() > today:
        raise RuleBroken("dated", _("This day is still to come. When was the source written or last read?"))
    return replace(evidence, words=words, source=clean_line(evidence.source, field="source", limit=SOURCE_LIMIT))


def _cleaned_courses(courses: Courses) -> Courses:
    return Courses(
        best=clean_text(courses.best, field="best", limit=WORDS_LIMIT),
        likely=clean_text(courses.likely, field="likely", limit=WORDS_LIMIT),
        hard=clean_text(courses.hard, field="hard", limit=WORDS_LIMIT),
    )
