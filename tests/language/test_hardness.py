"""Hard sentences and words are found where they stand; names and numbers are nobody's fault."""

from hypothesis import given, strategies as st

from healingpartner.language.hardness import hard_words, hardest_sentences, score_of

TEXT = (
    "We talk first. Dr. Okonkwo will evaluate the medication, and your medication list, with Amitriptyline 25 mg. "
    "Then we go for a walk. Subsequently, additional considerations necessitate an individualised evaluation. MRI? No."
)


def test_the_hardest_sentence_comes_first_and_is_found_at_its_place() -> None:
    hardest = hardest_sentences(TEXT)
    assert hardest[0].sentence.text.startswith("Subsequently")
    assert [one.score for one in hardest] == sorted((one.score for one in hardest), reverse=True)
    for one in hardest:
        assert TEXT[one.sentence.start : one.sentence.end] == one.sentence.text


def test_two_words_are_no_hard_sentence() -> None:
    assert hardest_sentences("Immediate hospitalisation.") == ()
    assert hardest_sentences(TEXT, most=0) == ()


def test_hard_words_come_with_their_counts_and_without_names_or_numbers() -> None:
    found = hard_words(TEXT)
    assert (found[0].word, found[0].times, found[0].syllables) == ("medication", 2, 4)
    words = {one.word.casefold() for one in found}
    assert {"evaluate", "subsequently", "individualised"} <= words
    assert not words & {"okonkwo", "amitriptyline", "mri", "25"}


def test_names_that_are_given_are_left_out_wherever_they_stand() -> None:
    text = "Amitriptyline helps some people to sleep at night."
    assert [one.word for one in hard_words(text)] == ["Amitriptyline"]
    assert hard_words(text, leave_out=["amitriptyline 25"]) == ()
    plain, named = score_of(text, "en", leave_out=["amitriptyline"]), score_of(text, "en")
    assert plain is not None
    assert named is not None
    assert plain < named


def test_spanish_is_measured_with_its_own_rule() -> None:
    text = "Hablamos con calma y sin prisa. La responsabilidad administrativa corresponde exclusivamente al centro."
    assert hardest_sentences(text, "es_MX")[0].sentence.text.startswith("La responsabilidad")
    assert "responsabilidad" in {one.word for one in hard_words(text, "es")}


def test_a_language_without_a_measure_gets_no_number() -> None:
    assert score_of("Wir reden miteinander.", "de") is None
    assert hard_words("Wir reden miteinander.", "de") == ()
    assert hardest_sentences("Wir reden heute lange miteinander.", "de") == ()
    assert score_of("12 34", "en") is None


@given(st.text(max_size=300), st.sampled_from(["en", "es"]))
def test_any_text_at_all_is_answered(text: str, language: str) -> None:
    for one in hardest_sentences(text, language):
        assert text[one.sentence.start : one.sentence.end] == one.sentence.text
    hard_words(text, language)
    score_of(text, language)
