"""Invented papers of renewing, ending and handing on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from healingpartner.agreements.comparison import compare
from healingpartner.agreements.consents.library import consent_wording
from healingpartner.agreements.consents.model import ConsentKind, Way
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import EndingStep, StepKind
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.marks import Text
from healingpartner.agreements.renewals.model import Choice, RenewalAnswer
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import Words
from healingpartner.paper.carried_copy import CarriedCopy, carried_paper
from healingpartner.paper.comparison import ComparisonCopy, comparison_paper
from healingpartner.paper.consent_paper import ConsentCopy, consent_paper
from healingpartner.paper.ending_letter import ClosingLetter, ending_paper
from healingpartner.paper.hand_on_letter import HandOnLetter, hand_on_paper
from healingpartner.paper.plain_agreement import PlainCopy, plain_paper
from healingpartner.paper.printed import Paper, Printed
from healingpartner.paper.renewal_sheet import RenewalCopy, renewal_paper
from paper.elm import ELM, NOON

WORDING = starting_wording()
CARRIED = starting_wording("patient-carried")
AMARA, MIRA = "Dr. Amara Osei", "Mira Rahimi"


def changed_wording() -> Text:
    """The starting words with one promise changed, one taken out and one brought in."""
    first, second, *rest = WORDING.commitments
    mended = replace(second, practitioner="I will tell you all I know. Nothing is done to you without your clear yes.")
    fresh = replace(first, id="walks", title="We walk", practitioner="I walk with you.", patient="I walk too.")
    return Text(wording=replace(WORDING, commitments=(first, mended, *rest[1:], fresh)))


def letter_words(kind: LetterKind) -> LetterWords:
    """A warm letter."""
    return LetterWords(
        kind=kind,
        to_whom="Dr. Ingrid Lind, Harbour House",
        opening="We met for the first time two years ago.",
        helped="Short walks by the river. Talking while dressed. A pause when she lifts her hand.",
        strengths="She knows her body well. She laughs easily, also at herself.",
        questions="Does the tea she takes at night go with the new pills?",
        asked_for="Please ask before you touch my back.",
        closing="I am glad that she will be with you.",
    )


def renewal(said: bool = True) -> RenewalCopy:
    """A sheet to fill in, with two answers given unless `said` is False."""
    answers = (
        RenewalAnswer(commitment_id="equals", voice=Voice.PATIENT, choice=Choice.KEEP),
        RenewalAnswer(
            commitment_id="equals",
            voice=Voice.PRACTITIONER,
            choice=Choice.CHANGE,
            words="I would like to say it shorter.",
        ),
    )
    return RenewalCopy(
        practitioner=AMARA, patient=MIRA, wording=WORDING, signed=date(2025, 11, 20), made=NOON,
        answers=answers if said else (),
    )  # fmt: skip


def closing(name: str = MIRA, called: str = "Mira") -> ClosingLetter:
    """A goodbye with words from both and two steps."""
    return ClosingLetter(
        practitioner=AMARA, patient=name, called=called, made=NOON, last_day=date(2026, 12, 22),
        practitioner_words="You showed me how to wait.", patient_words="Thank you for the window seat.",
        steps=(
            EndingStep(id="1", kind=StepKind.RECORD_COPY, words="A copy of your record", done=NOON),
            EndingStep(id="2", kind=StepKind.RESULT, words="The blood test of May: I will call you when it is here"),
        ),
    )  # fmt: skip


def _comparison(words: Words, paper: Paper) -> Printed:
    changed = changed_wording()
    titles = {one.id: one.title for one in (*WORDING.commitments, *changed.wording.commitments)}
    found = compare(Text(wording=WORDING), changed, numbers=(1, 2))
    copy = ComparisonCopy(patient=MIRA, title=WORDING.title, comparison=found, titles=titles, made=NOON)
    return comparison_paper(copy, letterhead=ELM, words=words, paper=paper)


def _consent(kind: ConsentKind, given: bool) -> Callable[[Words, Paper], Printed]:
    copy = ConsentCopy(
        patient=MIRA,
        wording=consent_wording(kind),
        made=NOON,
        given=(NOON, Way.ON_THE_TURNED_VIEW) if given else None,
        withdrawn=(NOON, Way.SAID) if given else None,
    )
    return lambda words, paper: consent_paper(copy, letterhead=ELM, words=words, paper=paper)


def _letter(kind: LetterKind) -> Callable[[Words, Paper], Printed]:
    letter = HandOnLetter(practitioner=AMARA, patient=MIRA, words=letter_words(kind), made=NOON)
    return lambda words, paper: hand_on_paper(letter, letterhead=ELM, words=words, paper=paper)


PAPERS: dict[str, Callable[[Words, Paper], Printed]] = {
    "carried": lambda words, paper: carried_paper(CarriedCopy(wording=CARRIED, made=NOON), words=words, paper=paper),
    "plain": lambda words, paper: plain_paper(
        PlainCopy(practitioner=AMARA, patient=MIRA, wording=CARRIED, made=NOON),
        letterhead=ELM,
        words=words,
        paper=paper,
    ),
    "comparison": _comparison,
    "renewal": lambda words, paper: renewal_paper(renewal(), letterhead=ELM, words=words, paper=paper),
    "release": _letter(LetterKind.RELEASE),
    "referral": _letter(LetterKind.REFERRAL),
    "closing": lambda words, paper: ending_paper(closing(), letterhead=ELM, words=words, paper=paper),
    "privacy notice": _consent(ConsentKind.PRIVACY_NOTICE, given=False),
    "remote visit": _consent(ConsentKind.REMOTE_VISIT, given=True),
}
