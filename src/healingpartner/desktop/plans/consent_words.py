"""A yes to a treatment in words, and one prepared from a way that was chosen."""

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.consents.model import CONSENT_WAY_WORDS, ConsentWay, TreatmentConsent
from healingpartner.plans.versions.model import WholePlan

NOT_GIVEN_YET = Instant(utc_us=0, offset_min=0, zone="UTC")


def stands(one: TreatmentConsent) -> str:
    """Given on 3 May 2026, 10:12. Said aloud. Taken back, with the time, where it was."""
    words = spoken()
    given = _("Given on {moment}. {way}.").format(
        moment=isolated(words.moment(one.given)), way=_(CONSENT_WAY_WORDS[one.way])
    )
    if one.withdrawn is None:
        return given
    back = _("Taken back on {moment}.").format(moment=isolated(words.moment(one.withdrawn)))
    return f"{given} {back}"


def parts_of_consent(one: TreatmentConsent) -> tuple[tuple[str, str], ...]:
    """What a person reads before they say yes: a heading and its words, in order."""
    return (
        (_("What it is"), one.what),
        (_("Why it is proposed"), one.why),
        (_("What could go wrong"), one.risks),
        (_("What else could be done"), one.alternatives),
    )


def asked_of(found: WholePlan, option_id: str) -> TreatmentConsent:
    """A yes to be asked for, in the words that the plan has for a way. StopIteration when the way is gone."""
    option = next(one for one in found.contents.options if one.id == option_id)
    others = [one.label for one in found.contents.options_of(option.decision_id) if one.id != option_id]
    why = "" if option.leaning is None else option.leaning.reason
    return TreatmentConsent(
        id="",
        plan_id=found.plan.id,
        what=option.label if not option.involves else f"{option.label}: {option.involves}",
        given=NOT_GIVEN_YET,
        way=ConsentWay.TAPPED,
        why=why or option.helps,
        risks=" ".join(part for part in (option.harms, option.cautions) if part),
        alternatives=", ".join(others),
        option_id=option_id,
    )
