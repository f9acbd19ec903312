"""The words themselves: easy to read in both languages, safe to be frightened in, and whole."""

import re
from itertools import product

import pytest

from healingpartner.agreements.library import BEGINNING, FIRST_VISIT, FULL, PATIENT_CARRIED, STARTING, starting_wording
from healingpartner.agreements.wording import Commitment, Wording, exact_text, text_sha256
from healingpartner.language.hardness import score_of
from healingpartner.language.reading_level import count_text, smog_grade

ALL = [pytest.param(one, language, id=f"{one}.{language}") for one, language in product(STARTING, ("en", "es"))]
WITH_PLAIN = (FIRST_VISIT, FULL, PATIENT_CARRIED)

# What each row of promises asks for (its number, and in three words what it is), and which commitments answer it.
PROMISES = {
    "1 decide together, no orders": ("equals",),
    "3 support and tools, nobody broken": ("whole",),
    "4 the body is the patient's": ("choice",),
    "5 a settled nervous system, a pause": ("calm",),
    "6 the practitioner is under strain too": ("calm", "fallible"),
    "7 choices, answers, no pressure": ("choice", "reasons", "challenge"),
    "8 whoever would rather be led is cared for": ("choice",),
    "9 respect both ways": ("respect",),
    "10 dressed and private": ("dressed",),
    "11 time worth the same": ("time",),
    "12 present, phones off": ("presence",),
    "13 knowledge and inner wisdom": ("expertise", "inner-sense"),
    "14 reasons, autonomy without judgement": ("reasons",),
    "15 another plan": ("another-plan",),
    "16 release without a label": ("release",),
    "17 honest about the law": ("law",),
    "18 question, challenge, know oneself best": ("challenge", "expertise"),
    "19 follow through, every part on board": ("follow-through",),
    "20 money in the plan": ("money",),
    "21 both walk, both owe steps": ("follow-through",),
    "22 hope without false hope": ("hope",),
    "23 the whole person": ("whole",),
    "24 straight numbers": ("numbers",),
    "25 honest when it is hard to hear": ("hope",),
    "26 confidential": ("private",),
    "27 history at one's own pace": ("history",),
    "28 kindness and thanks": ("respect",),
    "29 errs, tires, weeps": ("fallible",),
    "30 being let down is told gently": ("let-down",),
    "31 both say how it feels": ("how-it-feels",),
    "32 either may end it, kindly": ("ending", "release"),
    "33 doing what they can, renewed": ("fallible", "ending"),
    "34 a meaning in illness": ("whole",),
    "39 a quiet moment": ("calm",),
    "40 saying back what was heard": ("open-talk", "let-down"),
    "41 goals in the patient's words": ("follow-through",),
    "42 learning from each other": ("expertise",),
    "43 the patient begins with what matters": ("time",),
    "44 people before roles": ("equals",),
}

# A released text is never changed: new words are a new edition with a line of its own.
FINGERPRINTS = {
    ("beginning", "en", 1): "7f0bd0dfc43e519c",
    ("first-visit", "en", 1): "ad61d26f688befba",
    ("full", "en", 1): "1b3ff2b292f7cc50",
    ("patient-carried", "en", 1): "1fb4f217fe876f7d",
    ("beginning", "es", 1): "b69bd143305ac081",
    ("first-visit", "es", 1): "5f5b0dfa04ac11e5",
    ("full", "es", 1): "d786ec7caab17e0c",
    ("patient-carried", "es", 1): "a019edb7f58d0131",
}

THREATS = {
    "en": {"compliant", "comply", "must", "obey", "failure", "liability", "shall", "refuse", "demand", "hereby"},
    "es": {"debes", "deberás", "obedecer", "cumplidor", "incumplimiento", "responsabilidad", "exijo", "negarse"},
}
JARGON = {
    "en": {"trauma", "boundaries", "somatic", "holistic", "process", "validate", "empower", "journey", "trigger"},
    "es": {"trauma", "límites", "somático", "holístico", "proceso", "validar", "empoderar", "viaje", "gatillo"},
}
# Said of a person, each of these would take one gender for everybody's.
ONE_GENDER = re.compile(
    r"\b(vestid[oa]|solo con|listo|lista|segur[oa] de|tranquilo|cansad[oa]|preparad[oa]|enferm[oa]|médic[oa]|doctora?|"
    r"nosotr[oa]s|amb[oa]s|junt[oa]s|l[oa]s dos personas|un[oa] de nosotr|el paciente|la paciente|el profesional|"
    r"humanos|iguales|bienvenido|perfecto|atento|honest[oa]|un[oa] mism[oa])\b|[@]|\w+[oa]/[oa]\b",
    re.IGNORECASE,
)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))


def _whole(one: Commitment) -> str:
    return f"{one.practitioner} {one.patient} {one.why}"


def _easy(text: str, language: str, *, grade: float) -> bool:
    score = score_of(text, language)
    assert score is not None
    return score <= grade if language == "en" else score >= 65


def _plain_lines(wording: Wording) -> list[str]:
    found = [(one.id, one.plain) for one in wording.commitments]
    assert all(plain is not None for _, plain in found), [name for name, plain in found if plain is None]
    return [f"{plain.practitioner} {plain.patient}" for _, plain in found if plain is not None]


@pytest.mark.parametrize(("wording_id", "language"), ALL)
def test_every_commitment_is_easy_to_read(wording_id: str, language: str) -> None:
    wording = starting_wording(wording_id, language)
    hard = [one.id for one in wording.commitments if not _easy(_whole(one), language, grade=8)]
    assert not hard
    rest = (wording.opening, wording.closing, wording.signing.patient_intent, wording.signing.paper_offered)
    assert all(_easy(text, language, grade=8) for text in (*rest, wording.signing.consent_on_screen))


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("wording_id", WITH_PLAIN)
def test_the_plain_words_are_easier_still(wording_id: str, language: str) -> None:
    wording = starting_wording(wording_id, language)
    plain = _plain_lines(wording)
    assert all(_easy(text, language, grade=7) for text in plain)
    full = score_of("\n\n".join(_whole(one) for one in wording.commitments), language)
    easier = score_of("\n\n".join(plain), language)
    assert full is not None
    assert easier is not None
    if language == "en":
        assert easier <= full
        assert smog_grade(count_text("\n\n".join(plain))) <= 7


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("wording_id", WITH_PLAIN)
def test_the_plain_words_are_sentences_of_their_own_and_shorter(wording_id: str, language: str) -> None:
    for one in starting_wording(wording_id, language).commitments:
        assert one.plain is not None
        assert len(one.plain.practitioner) < len(one.practitioner), one.id
        assert len(one.plain.patient) < len(one.patient), one.id


def test_the_full_wording_answers_every_promise_and_every_commitment_is_asked_for() -> None:
    there = {one.id for one in starting_wording(FULL).commitments}
    answering = {name for names in PROMISES.values() for name in names}
    assert answering == there
    assert 24 <= len(there) <= 26


def test_the_first_visit_asks_for_little() -> None:
    assert 6 <= len(starting_wording(FIRST_VISIT).commitments) <= 8
    assert len(exact_text(starting_wording(FIRST_VISIT))) < len(exact_text(starting_wording(BEGINNING)))


def test_what_is_promised_first_can_be_found_again_in_the_full_wording() -> None:
    full = {one.id for one in starting_wording(FULL).commitments}
    for wording_id in (FIRST_VISIT, PATIENT_CARRIED):
        assert {one.id for one in starting_wording(wording_id).commitments} <= full


@pytest.mark.parametrize(("wording_id", "language"), ALL)
def test_nothing_threatens_and_nothing_is_said_in_the_trades_own_words(wording_id: str, language: str) -> None:
    wording = starting_wording(wording_id, language)
    said = _words(exact_text(wording).replace("because we must", ""))
    if wording_id in WITH_PLAIN:
        said |= _words(" ".join(_plain_lines(wording)))
    assert not said & THREATS[language]
    assert not said & JARGON[language]


@pytest.mark.parametrize(("wording_id", "language"), ALL)
def test_care_never_depends_on_telling(wording_id: str, language: str) -> None:
    text = exact_text(starting_wording(wording_id, language))
    assert re.search({"en": "care for you just as well if", "es": "cuidaré igual de bien"}[language], text)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("wording_id", [BEGINNING, FIRST_VISIT, FULL])
def test_care_never_depends_on_signing(wording_id: str, language: str) -> None:
    opening = starting_wording(wording_id, language).opening
    assert re.search(
        {"en": "are does not depend on", "es": "la atención no depende de"}[language], opening, re.IGNORECASE
    )


@pytest.mark.parametrize("wording_id", STARTING)
def test_spanish_says_tu_and_takes_nobodys_gender_for_granted(wording_id: str) -> None:
    wording = starting_wording(wording_id, "es")
    text = exact_text(wording) + (" ".join(_plain_lines(wording)) if wording_id in WITH_PLAIN else "")
    assert not ONE_GENDER.findall(text)
    assert not _words(text) & {"usted", "ustedes", "vosotros", "vuestro", "os"}
    assert not _words(text) & {"the", "you", "will", "patient"}


@pytest.mark.parametrize(("wording_id", "language"), ALL)
def test_a_released_wording_keeps_its_fingerprint(wording_id: str, language: str) -> None:
    wording = starting_wording(wording_id, language)
    fingerprint = text_sha256(exact_text(wording))
    assert fingerprint.startswith(FINGERPRINTS[wording_id, language, wording.edition])
