"""The wording that comes with the program, and wordings that come from elsewhere."""

import copy
import json
import unicodedata

import pytest

from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.wording import exact_text, text_sha256, wording_body, wording_from
from healingpartner.foundation.errors import Refused
from healingpartner.language.reading_level import count_text, flesch_kincaid_grade, smog_grade

FINGERPRINT = "7f0bd0dfc43e519cfeed3d5d3561ede164c261ee7a8a95ff537dce6421187590"
HARD_WORDS = {"compliant", "comply", "must", "obey", "failure", "liability", "shall"}


def test_every_commitment_has_a_promise_from_each_side_and_a_reason() -> None:
    wording = starting_wording()
    assert 9 <= len(wording.commitments) <= 12
    for one in wording.commitments:
        assert one.practitioner.startswith(("I ", "We ", "You ", "If "))
        assert one.patient.startswith("I ")
        assert one.why


def test_care_never_depends_on_signing_or_on_telling() -> None:
    text = exact_text(starting_wording())
    assert "care does not depend on signing it" in text
    assert "I will care for you just as well if you do not." in text


def test_the_text_can_be_read_by_nearly_everyone() -> None:
    wording = starting_wording()
    prose = [wording.opening, wording.closing]
    prose += [f"{one.practitioner} {one.patient} {one.why}" for one in wording.commitments]
    counts = count_text("\n\n".join(prose))
    assert flesch_kincaid_grade(counts) <= 7
    assert smog_grade(counts) <= 7
    assert all(flesch_kincaid_grade(count_text(part)) <= 7 for part in prose)


def test_no_sentence_threatens() -> None:
    said = set(exact_text(starting_wording()).replace("because we must", "").lower().replace(".", " ").split())
    assert not said & HARD_WORDS


def test_the_exact_text_is_always_the_same_and_in_one_normal_form() -> None:
    text = exact_text(starting_wording())
    assert unicodedata.is_normalized("NFC", text)
    assert not text.endswith("\n")
    assert text == exact_text(wording_from(json.loads(json.dumps(wording_body(starting_wording())))))


def test_a_released_text_keeps_its_fingerprint() -> None:
    assert text_sha256(exact_text(starting_wording())) == FINGERPRINT


def test_a_wording_in_another_language_falls_back_to_english() -> None:
    assert starting_wording(language="de_AT").language == "en"
    with pytest.raises(Refused):
        starting_wording("unheard-of")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("kind",), "something-else"),
        (("version",), 3),
        (("version",), True),
        (("version",), []),
        (("edition",), 10**40),
        (("unheard-of",), "member"),
        (("labels", "plain"), "In plain words"),
        (("commitments", 0, "plain"), {"practitioner": "I ask.", "patient": "I ask."}),
        (("signing", "fee"), "100"),
        (("id",), "../../etc/passwd"),
        (("edition",), True),
        (("title",), ""),
        (("title",), "x" * 10_000),
        (("opening",), "two\nlines"),
        (("opening",), "a\u0000b"),
        (("closing",), "e\u0301 is not in the normal form"),
        (("labels",), []),
        (("commitments",), []),
        (("commitments",), "text"),
        (("commitments", 0), None),
        (("commitments", 0, "id"), "choice"),
        (("commitments", 0, "patient"), 7),
        (("commitments", 0, "why"), "   "),
        (("signing", "patient_intent"), ""),
    ],
)
def test_a_wording_with_a_part_out_of_place_is_refused_with_its_place(
    path: tuple[str | int, ...], value: object
) -> None:
    body = copy.deepcopy(wording_body(starting_wording()))
    inner: object = body
    for step in path[:-1]:
        inner = inner[step]  # type: ignore[index]
    inner[path[-1]] = value  # type: ignore[index]
    with pytest.raises(Refused) as caught:
        wording_from(body)
    assert caught.value.sentence()


@pytest.mark.parametrize("body", [None, 3, "text", [], {}, {"kind": None}])
def test_what_is_no_wording_at_all_is_refused(body: object) -> None:
    with pytest.raises(Refused):
        wording_from(body)
