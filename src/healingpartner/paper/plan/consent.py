"""A consent to a treatment or a touch, as it was given: what, why, risks, what else could be done, how to end it."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import ink
from healingpartner.paper.hands import to_sign
from healingpartner.paper.plan.told import title_and_names
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.consents.model import CONSENT_WAY_WORDS, ConsentWay, TreatmentConsent
from healingpartner.plans.versions.model import Names

FREE_CHOICE = N_("This is my own free choice. My questions were answered.")
BACK_AT_ANY_TIME = N_("I can take this back at any time. A word or a raised hand is enough. I need give no reason.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentConsentCopy:
    """What it shows."""

    names: Names
    consent: TreatmentConsent
    made: Instant


def treatment_consent_paper(
    copy: TreatmentConsentCopy, *, letterhead: Letterhead, words: Words, paper: Paper
) -> Printed:
    """The record of one consent; with a place to sign where it was given on paper."""
    consent, say = copy.consent, words.say
    title = say(N_("My yes to a treatment"))
    sheet = Sheet(
        title=title, about=copy.names.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    title_and_names(sheet, title, copy.names.patient, copy.names.practitioner)
    for heading, text in (
        (N_("What I say yes to"), consent.what),
        (N_("Why it is proposed"), consent.why),
        (N_("What could go wrong"), consent.risks),
        (N_("What else could be done"), consent.alternatives),
        (N_("What I asked, and what I was told"), consent.questions),
    ):
        if text:
            _piece(sheet, say(heading), text)
    _piece(sheet, say(N_("Taking it back")), say(BACK_AT_ANY_TIME))
    with sheet.together():
        if consent.free_choice and consent.questions_answered:
            sheet.voice(isolated(copy.names.called or copy.names.patient), say(FREE_CHOICE), Voice.PATIENT, spoken=True)
        _moments(sheet, consent)
        if consent.way is ConsentWay.ON_PAPER and consent.withdrawn is None:
            to_sign(sheet, Voice.PATIENT, copy.names.patient)
    return sheet.printed()


def _piece(sheet: Sheet, label: str, text: str) -> None:
    sheet.gap(sheet.sizes.body * 0.4)
    sheet.label(label, ink.MINE)
    sheet.para(text)


def _moments(sheet: Sheet, consent: TreatmentConsent) -> None:
    """When and how it was given, and taken back."""
    words = sheet.words
    for sentence, moment, way in (
        (N_("Given on {day}, {time}: {way}."), consent.given, consent.way),
        (N_("Taken back on {day}, {time}: {way}."), consent.withdrawn, consent.withdrawn_way),
    ):
        if moment is None:
            continue
        told = words.say(CONSENT_WAY_WORDS[way]) if way is not None else ""
        sheet.para(
            words.say(sentence).format(
                day=isolated(words.date(moment, "long")), time=isolated(words.time(moment)), way=told
            ),
            small=True,
        )
