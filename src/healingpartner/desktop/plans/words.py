"""The tab's words: how a plan stands, what comes next, and who may do it."""

from healingpartner.desktop.kit.chip import Tint
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.model import PlanState
from healingpartner.plans.versions.model import YES, Names, WholePlan

STATE_TINTS: dict[PlanState, Tint] = {
    PlanState.DRAFT: "plain",
    PlanState.OFFERED: "mine",
    PlanState.TALKED_OVER: "ours",
    PlanState.AGREED: "ours",
    PlanState.UNDER_WAY: "ours",
    PlanState.REVIEWING: "ours",
    PlanState.PAUSED: "warn",
    PlanState.RELEASED: "plain",
}


def name_of(voice: Voice, names: Names) -> str:
    """Who it is, in the middle of a sentence."""
    if voice is Voice.PRACTITIONER:
        return _("you")
    return isolated(names.called) if voice is Voice.PATIENT else _("both of you")


def version_words(found: WholePlan) -> str:
    """Version 3 · agreed 3 Nov; "" before the first."""
    if not found.versions:
        return ""
    newest = found.versions[-1]
    return _("Version {number} · agreed {day}").format(
        number=spoken().number(newest.number), day=spoken().date(newest.agreed)
    )


def said_yes(found: WholePlan, voice: Voice) -> bool:
    """Whether this side said yes to exactly what the plan says now."""
    return any(one.voice is voice and one.way in YES for one in found.acknowledgements)


def standing_words(found: WholePlan) -> str:
    """How the plan stands and what comes next, in one or two sentences."""
    called, state = isolated(found.names.called), found.plan.state
    said = {
        PlanState.DRAFT: _("Only you see this plan as yet. Fill in what you have, then offer it to {name}."),
        PlanState.OFFERED: _("Offered. {name} can look at it, change it and say what they feel about it."),
        PlanState.TALKED_OVER: _("You are talking it over. Each of you can change it until both have said yes."),
        PlanState.AGREED: _("You both agreed to this. It can begin."),
        PlanState.UNDER_WAY: _("You both agreed to this, and it is under way."),
        PlanState.REVIEWING: _("You are reworking it. What you agreed to before stays readable until both say yes."),
        PlanState.PAUSED: _("This plan is paused. Nothing in it is expected of anyone. Go on whenever it fits."),
        PlanState.RELEASED: _("This plan was let go. It stays readable, and can be taken up again."),
    }
    return said[state].format(name=called)
