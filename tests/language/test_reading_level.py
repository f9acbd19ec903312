"""The formulas are tested on counts, the syllables on a list, and the whole on a known passage."""

import pytest

from healingpartner.language.reading_level import (
    TextCounts,
    count_text,
    flesch_kincaid_grade,
    flesch_reading_ease,
    smog_grade,
    smog_is_rough,
    syllables_of,
)

PASSAGE = "We will walk for ten minutes each day. If it hurts, we will stop and talk."
SYLLABLES = {
    1: "we care yes eyes else fire were healed walked dressed called lived whole while ease rules tree the aches "
    "breathed played tried died freed league vague tongue nurse year don't can't you're",
    2: "equals minutes table little wanted settled needed arrive agree patient science choices useful safety gently "
    "worried carried enjoyed agreed relieved relied headaches fluid flying trying value valued fatigue unique "
    "technique lion riot spasm asthma rhythm leopard didn't couldn't nurses doses causes changes treated "
    "movement million people",
    3: "agreement promises uncover quietly together medicine idea ideas reaction opinion created actual various museum "
    "ideal nausea studying allergies diseases everything recipe suicide therapist violence previous initial reassure",
    4: "practitioner society experience usually evaluate reality diabetes diarrhea medication identified organism "
    "cooperate cholesterol anxiety diagnosis initially",
    5: "immediately individual",
    6: "responsibility",
}


def test_the_formulas_give_the_known_grades_for_known_counts() -> None:
    hard = TextCounts(words=100, sentences=5, syllables=150, polysyllables=0)
    easy = TextCounts(words=100, sentences=10, syllables=130, polysyllables=0)
    assert (flesch_kincaid_grade(hard), flesch_reading_ease(hard)) == pytest.approx((9.91, 59.635))
    assert (flesch_kincaid_grade(easy), flesch_reading_ease(easy)) == pytest.approx((3.65, 86.705))


@pytest.mark.parametrize(("long_words", "grade"), [(30, 8.8418), (16, 7.3011), (25, 8.3441), (0, 3.1291)])
def test_smog_counts_words_of_three_syllables_and_more(long_words: int, grade: float) -> None:
    counts = TextCounts(words=300, sentences=30, syllables=400, polysyllables=long_words)
    assert smog_grade(counts) == pytest.approx(grade, abs=1e-4)


def test_a_known_passage_is_counted_as_a_reader_counts_it() -> None:
    counts = count_text(PASSAGE)
    assert (counts.words, counts.sentences, counts.syllables) == (16, 2, 17)
    assert flesch_kincaid_grade(counts) == pytest.approx(0.0675)
    assert flesch_reading_ease(counts) == pytest.approx(108.8275)


@pytest.mark.parametrize(("count", "word"), [(n, word) for n, line in SYLLABLES.items() for word in line.split()])
def test_a_word_has_as_many_syllables_as_it_is_spoken_with(count: int, word: str) -> None:
    assert syllables_of(word) == count


def test_abbreviated_endings_and_headings_close_a_sentence() -> None:
    assert count_text("Our time\n\nWe begin on time. “Truly?” Yes").sentences == 4


def test_a_text_without_words_has_no_grade() -> None:
    with pytest.raises(ValueError, match="no words"):
        count_text("1 2 3 …")


def test_smog_says_when_it_is_only_a_hint() -> None:
    assert smog_is_rough(TextCounts(words=300, sentences=29, syllables=400, polysyllables=3))
    assert not smog_is_rough(TextCounts(words=300, sentences=30, syllables=400, polysyllables=3))


def test_titles_do_not_end_a_sentence_and_points_of_a_list_do() -> None:
    assert count_text("Dr. Osei and Mrs. Bell talk.").sentences == 1
    assert count_text("Bring with you:\n- your questions\n- a friend\n\nThen rest").sentences == 4
    assert count_text("Take 2.5 ml. Rest.").sentences == 2


def test_names_that_are_left_out_are_not_counted() -> None:
    assert count_text("Amara Osei takes Metformin.", leave_out=["Amara Osei", "metformin"]).words == 1
    with pytest.raises(ValueError, match="no words"):
        count_text("Amara", leave_out=["amara"])
