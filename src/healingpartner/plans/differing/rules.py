"""Who may say, answer, settle and take back that they see something differently. Nothing here stops a decision."""

from dataclasses import replace
from datetime import date

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_text, fold
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.differing.model import (
    WORDS_LIMIT,
    Alternative,
    AlternativeState,
    Dissent,
    DissentState,
)

OUTCOMES = frozenset({DissentState.NEGOTIATED, DissentState.STANDS, DissentState.PARKED})


def cleaned(dissent: Dissent) -> Dissent:
    """As it is kept; RuleBroken beside "words" when it says nothing. Why is never asked for."""
    words = clean_text(dissent.words, field="words", limit=WORDS_LIMIT)
    if not fold(words):
        raise RuleBroken("words", _("Write in a few words what you see differently. You need not say why."))
    return replace(dissent, words=words, why=clean_text(dissent.why, field="why", limit=WORDS_LIMIT))


def answered(dissent: Dissent, words: str, *, by: Voice, at: Instant) -> Dissent:
    """The dissent with the other side's answer: it is heard now."""
    _check_standing(dissent)
    if by is dissent.by:
        raise RuleBroken("side", _("The other answers this. You can add to it by saying it once more."))
    answer = clean_text(words, field="answer", limit=WORDS_LIMIT)
    if not fold(answer):
        raise RuleBroken("answer", _("Write a few words, so that the other knows they were heard."))
    state = DissentState.HEARD if dissent.state is DissentState.OPEN else dissent.state
    return replace(dissent, answer=answer, answered=at, state=state)


def settled(dissent: Dissent, to: DissentState, *, by: Voice, at: Instant) -> Dissent:
    """The dissent with what became of it. The other side can only say that it stands, once they have answered."""
    _check_standing(dissent)
    if to not in OUTCOMES:
        raise RuleBroken("state", _("Say what became of it: another way, it stands, or left open for now."))
    if by is not dissent.by:
        if to is not DissentState.STANDS:
            raise RuleBroken("side", _("Whoever sees it differently says when it is settled."))
        if dissent.answered is None:
            raise RuleBroken("answer", _("Answer it first, so that the other knows they were heard."))
    return replace(dissent, state=to, settled=at)


def withdrawn(dissent: Dissent, *, by: Voice, at: Instant) -> Dissent:
    """The dissent taken back by the one who said it: it stays, and is shown as taken back."""
    _check_standing(dissent)
    if by is not dissent.by:
        raise RuleBroken("side", _("Only the one who said this can take it back."))
    return replace(dissent, state=DissentState.WITHDRAWN, settled=at)


def cleaned_alternative(alternative: Alternative, *, today: date, former: date | None = None) -> Alternative:
    """As it is kept; RuleBroken beside the first field that does not fit. former: its day before, which may stay."""
    day = alternative.review_on
    if day is not None and day != former and day < today:
        raise RuleBroken("review_on", _("This day has passed. Choose the day on which you will look at it again."))
    return replace(
        alternative,
        changes=clean_text(alternative.changes, field="changes", limit=WORDS_LIMIT),
        watch_for=clean_text(alternative.watch_for, field="watch_for", limit=WORDS_LIMIT),
        call_when=clean_text(alternative.call_when, field="call_when", limit=WORDS_LIMIT),
    )


def check_safety_net(alternative: Alternative) -> None:
    """RuleBroken beside what is missing, unless the patient says that none is needed."""
    if alternative.no_net_needed:
        return
    if not fold(alternative.watch_for):
        raise RuleBroken(
            "watch_for", _("Write what to watch for on this way. The patient can also say that none is needed.")
        )
    if not fold(alternative.call_when):
        raise RuleBroken("call_when", _("Write when to call. The patient can also say that none is needed."))


def taken(alternative: Alternative, *, at: Instant, no_net_needed: bool) -> Alternative:
    """The alternative as the way to go, with its safety net."""
    if alternative.state is AlternativeState.TAKEN:
        raise RuleBroken("state", _("You go this way already."))
    chosen = replace(alternative, no_net_needed=no_net_needed, state=AlternativeState.TAKEN, settled=at)
    check_safety_net(chosen)
    return chosen


def changed(former: Alternative, clean: Alternative, *, by: Voice) -> Alternative:
    """The alternative with its net in new words; what the patient goes by changes only in their voice, and holds."""
    if former.state is AlternativeState.TAKEN:
        if by is not Voice.PATIENT:
            raise RuleBroken("side", _("The patient goes this way already. Only they can change it."))
        check_safety_net(clean)
    return clean


def put_aside(alternative: Alternative, *, by: Voice, at: Instant) -> Alternative:
    """The alternative set aside: by the patient, or by whoever proposed it while it is only proposed."""
    own = alternative.proposed_by is by and alternative.state is AlternativeState.PROPOSED
    if by is not Voice.PATIENT and not own:
        raise RuleBroken("side", _("This is for the patient to set aside."))
    return replace(alternative, state=AlternativeState.SET_ASIDE, settled=at)


def _check_standing(dissent: Dissent) -> None:
    if dissent.state is DissentState.WITHDRAWN:
        raise RuleBroken("state", _("This was taken back. Say it anew if you see it so again."))
