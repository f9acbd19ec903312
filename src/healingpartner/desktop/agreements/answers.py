"""Answers on their way from a page to the room: what one side says of one commitment, and which act keeps it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from healingpartner.agreements.marks import Mark
from healingpartner.agreements.negotiation import acts
from healingpartner.agreements.negotiation.model import Point, Stance, Standing
from healingpartner.agreements.views import Names
from healingpartner.desktop.kit.chip import Tint
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _

FIELDS = frozenset({"practitioner", "patient", "help", "reason"})  # what a rule of these acts may be about


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was pressed. `stance` None: the answer is taken back. practitioner, patient, helps: as in the act."""

    commitment_id: str
    stance: Stance | None
    practitioner: str = ""
    patient: str = ""
    helps: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAnswered:
    """New words of the other side are taken, or not, with a reason or without."""

    commitment_id: str
    taken: bool
    reason: str = ""


def act_of(answer: Answer | WordsAnswered) -> tuple[Callable[..., object], tuple[object, ...], dict[str, Any]]:
    """The act with what it is given, after the agreement's id."""
    if isinstance(answer, WordsAnswered):
        act = acts.accept_rewording if answer.taken else acts.set_rewording_aside
        return act, (answer.commitment_id,), {"reason": answer.reason}
    if answer.stance is None:
        return acts.take_answer_back, (answer.commitment_id,), {}
    more: dict[str, Any] = {}
    if answer.stance is Stance.REWORDED:
        more = {"practitioner": answer.practitioner, "patient": answer.patient}
    elif answer.stance is Stance.NOT_YET:
        more = {"helps": answer.helps}
    return acts.answer_commitment, (answer.commitment_id, answer.stance), more


def name_of(side: Voice, names: Names) -> str:
    """Whose voice it is, as the other calls them; safe beside other words."""
    return isolated(names.called if side is Voice.PATIENT else names.practitioner)


def tint_of(side: Voice) -> Tint:
    """The colour of a voice."""
    return "yours" if side is Voice.PATIENT else "mine"


def chips_of(point: Point, names: Names) -> tuple[tuple[str, Tint], ...]:
    """How a commitment stands, in a few words each, with their colour."""
    sides = [one for one in (point.patient, point.practitioner) if one is not None]
    standing = point.standing
    if standing is Standing.BOTH_AGREE:
        return ((_("Both agree"), "ours"),)
    if standing is Standing.UNANSWERED:
        if point.mark is None:
            return ()
        return ((_("Left out") if point.mark.mark is Mark.LEFT_OUT else _("Not agreed yet"), "plain"),)
    new = point.reworded()
    if standing is Standing.ACCEPTED and new is not None:
        return ((_("New words of {name}, taken by both").format(name=name_of(new.side, names)), "ours"),)
    if standing is Standing.SET_ASIDE and new is not None:
        return ((_("New words of {name}: to be talked over").format(name=name_of(new.side, names)), tint_of(new.side)),)
    words = {
        Stance.AGREE: _("{name} agrees"),
        Stance.REWORDED: _("Reworded by {name}"),
        Stance.NOT_YET: _("{name}: not ready for all of it yet"),
        Stance.LEFT_OUT: _("{name} would leave it out"),
    }
    return tuple((words[one.stance].format(name=name_of(one.side, names)), tint_of(one.side)) for one in sides)
