"""Every paper is whole in Spanish: nothing that has Spanish words is printed in English."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agreements.signing import signed
from exchange.sealed import sealed_copy
from foundation.english import english_left
from healingpartner.agreements.consents.library import consent_wording
from healingpartner.agreements.consents.model import ConsentKind, Way
from healingpartner.agreements.library import starting_wording
from healingpartner.desktop.people.papers import own_sheet, person_card
from healingpartner.foundation.words import Words
from healingpartner.paper.agreement import agreement_paper
from healingpartner.paper.carried_copy import CarriedCopy, carried_paper
from healingpartner.paper.consent_paper import ConsentCopy, consent_paper
from healingpartner.paper.plain_agreement import PlainCopy, plain_paper
from healingpartner.paper.printed import Paper, PaperSize, Printed
from healingpartner.paper.recovery_sheet import recovery_paper
from healingpartner.people.views import record
from healingpartner.practice import Practice
from paper.elm import ELM, NOON
from paper.partnership_samples import AMARA, MIRA, PAPERS
from paper.reading import text_of
from paper.samples import RECOVERY, agreement_copy
from whole_life import live

ES = Words("es_MX")
LARGE = Paper(size=PaperSize.LETTER, large=True)
CARRIED = starting_wording("patient-carried", "es")
# Typed by people of the invented practice.
TYPED = {"Elm Street", "my sister"}


def _consent(kind: ConsentKind) -> Callable[[Words, Paper], Printed]:
    copy = ConsentCopy(
        patient=MIRA,
        wording=consent_wording(kind, "es"),
        made=NOON,
        given=(NOON, Way.ON_THE_TURNED_VIEW),
        withdrawn=(NOON, Way.SAID),
    )
    return lambda words, paper: consent_paper(copy, letterhead=ELM, words=words, paper=paper)


def _agreement(*, both: bool, typed: str) -> Callable[[Words, Paper], Printed]:
    copy = replace(agreement_copy(signed=both, typed=typed), wording=starting_wording("full", "es"))
    return lambda words, paper: agreement_paper(copy, letterhead=ELM, words=words, paper=paper)


# What is said on these is Spanish or nobody's but Mira's; the samples of other papers carry English wordings.
IN_SPANISH: dict[str, Callable[[Words, Paper], Printed]] = {
    **{name: PAPERS[name] for name in ("comparison", "renewal", "release", "referral", "closing")},
    **{kind.value: _consent(kind) for kind in ConsentKind},
    "recovery": lambda words, paper: recovery_paper(RECOVERY, words=words, paper=paper),
    "agreement to sign": _agreement(both=False, typed=""),
    "agreement drawn": _agreement(both=True, typed=""),
    "agreement typed": _agreement(both=True, typed=MIRA),
    "carried": lambda words, paper: carried_paper(CarriedCopy(wording=CARRIED, made=NOON), words=words, paper=paper),
    "plain": lambda words, paper: plain_paper(
        PlainCopy(practitioner=AMARA, patient=MIRA, wording=CARRIED, made=NOON),
        letterhead=ELM,
        words=words,
        paper=paper,
    ),
}


@pytest.mark.parametrize("paper", [Paper(), LARGE], ids=["a4", "large letter"])
@pytest.mark.parametrize("name", IN_SPANISH)
def test_a_paper_in_spanish_has_no_english_left(name: str, paper: Paper, tmp_path: Path) -> None:
    printed = IN_SPANISH[name](ES, paper)
    text = text_of(printed.pdf, tmp_path)
    assert [words for words in english_left(text) if words not in TYPED] == []
    assert "página 1 de" in text
    assert printed.unprintable == ()


def test_what_people_told_is_asked_in_spanish_on_their_own_cards(practice: Practice, tmp_path: Path) -> None:
    live(practice)
    (mira,) = practice.ask(lambda db: db.rows("SELECT id FROM person WHERE legal_name LIKE 'María%'"))
    assert practice.ask(record, str(mira["id"])).answers
    for printed in (
        person_card(practice, str(mira["id"]), words=ES, paper=Paper()),
        own_sheet(practice, words=ES, paper=Paper()),
    ):
        text = text_of(printed.pdf, tmp_path)
        assert [words for words in english_left(text) if words not in TYPED] == []
        assert "My garden" in text or "I walk a lot." in text


def test_a_sealed_copy_explains_its_seal_in_spanish(practice: Practice, tmp_path: Path) -> None:
    _person, agreement_id, _version = signed(practice, "Layla Rahimi")
    text = text_of(sealed_copy(practice, agreement_id, locale="es_ES").pdf, tmp_path)
    assert [words for words in english_left(text) if words not in TYPED] == []
    assert "Cómo cualquiera puede comprobar esta copia" in text
