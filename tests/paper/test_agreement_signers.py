"""Those who sign beside the two, on paper: why they may, what they interpreted, what they saw."""

from dataclasses import replace
from pathlib import Path

from healingpartner.agreements.envelope import Capacity, Method, Role
from healingpartner.agreements.model import Signature
from healingpartner.agreements.signers.model import intent_of
from healingpartner.foundation.words import Words
from healingpartner.paper.agreement import agreement_paper
from healingpartner.paper.printed import Paper
from paper.elm import ELM
from paper.reading import run, text_of
from paper.samples import WORDING, agreement_copy, signature

AMARA = signature(Role.PRACTITIONER, "Dr. Amara Osei", seq=42)


def _beside(role: Role, name: str, capacity: Capacity) -> Signature:
    given = signature(role, name, seq=43)
    intent = intent_of(role, capacity, language=WORDING.language)
    return replace(given, envelope=replace(given.envelope, capacity=capacity, intent=intent, paper_offered=""))


def printed(*signatures: Signature) -> bytes:
    copy = replace(agreement_copy(), signatures=signatures)
    return agreement_paper(copy, letterhead=ELM, words=Words("en_GB"), paper=Paper()).pdf


def test_a_representative_an_interpreter_and_a_mark_with_its_witness_are_told(tmp_path: Path) -> None:
    drawn = signature(Role.PATIENT, "Mira Rahimi")
    mark = replace(drawn, envelope=replace(drawn.envelope, method=Method.MARK))
    mother = _beside(Role.REPRESENTATIVE, "Leila Rahimi", Capacity(of="Mira Rahimi", basis="Her mother, <guardian>"))
    dari = _beside(Role.INTERPRETER, "Sam Okoro", Capacity(of="Mira Rahimi", language="Dari"))
    saw = _beside(Role.WITNESS, "Ida Berg", Capacity(of="Mira Rahimi", saw_a_mark=True))
    pdf = printed(mark, saw, mother, dari, AMARA)
    found = text_of(pdf, tmp_path)
    for said in (
        "Signs for Mira Rahimi: Her mother, <guardian>",
        "Interpreted: Dari",
        "a mark, made before a witness",
        "I was there, and saw Mira Rahimi make this mark.",
        "The witness",
        "The interpreter",
        "For the patient",
    ):
        assert found.count(said) == 1, said
    assert "Place and date" not in found
    assert "No syntax or stream encoding errors" in run("qpdf", pdf, tmp_path, "--check")


def test_where_somebody_signed_for_the_patient_no_line_waits_for_the_patient(tmp_path: Path) -> None:
    mother = _beside(Role.REPRESENTATIVE, "Leila Rahimi", Capacity(of="Mira Rahimi", basis="Her mother"))
    assert text_of(printed(mother), tmp_path).count("Place and date") == 1
