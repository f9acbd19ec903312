"""Where an agreement stands, in sentences that blame nobody; shared by the tab and by the list."""

from datetime import date
from functools import lru_cache

from healingpartner.agreements.envelope import Role
from healingpartner.agreements.model import OPEN_STATES, Agreement, Standing, State
from healingpartner.agreements.negotiation.model import waiting
from healingpartner.agreements.signers.model import sides_signed
from healingpartner.agreements.thinking.model import Thinking
from healingpartner.agreements.views import AgreementLine, PersonAgreement
from healingpartner.desktop.kit.chip import Tint
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words, _, spoken

TINTS: dict[State, Tint] = {
    State.NOT_TALKED_ABOUT: "plain",
    State.OFFERED: "yours",
    State.TALKED_OVER: "yours",
    State.WITHDRAWN: "plain",
    State.SIGNED: "ours",
    State.RENEWAL_DUE: "yours",
    State.SUPERSEDED: "plain",
    State.ENDED: "plain",
}

_SAID_BY_STATE: dict[State, str] = {
    State.RENEWAL_DUE: N_("Time to look at it together again"),
    State.SUPERSEDED: N_("New words stand in its place"),
    State.ENDED: N_("Ended; the door stays open"),
}


def waiting_words(signed_by: frozenset[Role], *, called: str, witness: bool = False) -> str:
    """Who signs next in an open agreement. `called`: the patient's name as they asked for it, "" where it stands by.

    signed_by: the sides that have signed; witness: a mark was made, which counts once its witness has signed.
    """
    name = isolated(called)
    if witness:
        next_one = "" if Role.PRACTITIONER in signed_by else _("Your signature is still to come.")
        return f"{mark_waits()} {next_one}".strip()
    if not called and signed_by:
        return _("Your signature is still to come.") if Role.PATIENT in signed_by else _("You have signed.")
    if Role.PATIENT in signed_by:
        return _("{name} has signed. Your signature is still to come.").format(name=name)
    if Role.PRACTITIONER in signed_by:
        return _("You have signed. It is with {name} now.").format(name=name)
    return _("It waits for both of you.")


def mark_waits() -> str:
    """That a mark alone is not yet a signature."""
    return _("The mark waits for its witness.")


def thinking_words(agreement: Agreement | Standing, *, called: str, today: date | None = None) -> str:
    """That the patient asked for time, or "". `today`: tells whether the day to ask again has come."""
    if agreement.thinking_since is None:
        return ""
    day = spoken().date(agreement.thinking_since)
    words = (
        _("{name} has been thinking about it since {day}.").format(name=isolated(called), day=day)
        if called
        else _("Thinking about it since {day}.").format(day=day)
    )
    if agreement.ask_again_on is None:
        return _("{words} Nothing presses.").format(words=words)
    if today is not None and agreement.ask_again_on.earliest() <= today:
        return _("{words} The day to ask again has come.").format(words=words)
    again = spoken().partial_date(agreement.ask_again_on)
    return _("{words} You may ask again on {again}.").format(words=words, again=again)


def own_thinking_words(thinking: Thinking | None, *, today: date | None = None) -> str:
    """That the practitioner asked for time, or "". `today`: as above."""
    if thinking is None:
        return ""
    words = _("You have been thinking about it since {day}.").format(day=spoken().date(thinking.since))
    if thinking.ask_again_on is None:
        return words
    if today is not None and thinking.ask_again_on.earliest() <= today:
        return _("{words} The day to look at it again has come.").format(words=words)
    again = spoken().partial_date(thinking.ask_again_on)
    return _("{words} You wanted to look at it again on {again}.").format(words=words, again=again)


def standing_words(found: PersonAgreement, *, today: date | None = None) -> str:
    """One paragraph for the tab. `today`: tells whether a day to ask again has come."""
    agreement, called = found.agreement, found.names.called
    if agreement is None:
        return _(
            "A promise between the two of you: each says what the other may count on. "
            "Offer it when the time is right; care never depends on it."
        )
    if agreement.signed is not None:
        return _("You both signed this on {day}.").format(day=spoken().date(agreement.signed, "long"))
    signed_by = sides_signed(one.envelope for one in found.signatures)
    offered = _("Offered on {day}.").format(day=spoken().date(agreement.offered, "long"))
    still = found.still_binds
    binds = (
        ""
        if still is None or still.signed is None
        else _("What you both signed on {day} binds you until both have signed this one.").format(
            day=spoken().date(still.signed, "long")
        )
    )
    parts = (
        offered,
        waiting_words(signed_by, called=called, witness=Role.WITNESS in found.waits_for()),
        left_behind_words(found),
        binds,
        thinking_words(agreement, called=called, today=today),
        own_thinking_words(found.practitioner_thinks, today=today),
    )
    return " ".join(part for part in parts if part)


def left_behind_words(found: PersonAgreement) -> str:
    """That signatures belong to the words before a change, or "" when none does; those given anew are not told."""
    given = {one.envelope.role for one in found.signatures}
    latest = {one.role: one for one in found.left_behind if one.role not in given}
    return " ".join(
        _("The signature of {name} belongs to the words before the change (text {number}). It stays there.").format(
            name=isolated(one.name), number=spoken().number(one.number)
        )
        for one in latest.values()
    )


def waits_for_patient(found: PersonAgreement) -> bool:
    """Whether the patient comes next: to sign, or to answer new words of the practitioner, signed before or not."""
    news = (point.reworded() for point in waiting(found.points)) if found.state in OPEN_STATES else ()
    asked = any(new is not None and new.side is Voice.PRACTITIONER for new in news)
    return asked or bool(found.waits_for() & {Role.PATIENT, Role.WITNESS})


@lru_cache(maxsize=4096)
def _day_words(day: date, locale: str) -> str:
    """The same day is written for many people: a list of twenty thousand asks for a few thousand days."""
    return Words(locale).date(day)


def line_words(line: AgreementLine, *, today: date | None = None) -> str:
    """One line for a list, below the person's name: the name is not said again. `today`: as above."""
    standing = line.standing
    if standing is None:
        return ""
    if line.state in _SAID_BY_STATE:
        return _(_SAID_BY_STATE[line.state])
    if standing.signed is not None:
        return _("since {day}").format(day=_day_words(standing.signed.local().date(), spoken().locale))
    if line.state not in OPEN_STATES:
        return ""
    waits = waiting_words(line.signed_by, called="", witness=line.waits_for_witness)
    own = own_thinking_words(line.practitioner_thinks, today=today)
    return " ".join(part for part in (thinking_words(standing, called="", today=today), own) if part) or waits
