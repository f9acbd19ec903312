"""Two texts word by word: nothing is invented, nothing is lost, and what did not change is not told as changed."""

from dataclasses import replace

from hypothesis import given, strategies as st

from healingpartner.agreements.comparison import compare
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.marks import Mark, Text, open_point
from healingpartner.language.comparison import Change, compare_words


def side(runs: tuple, without: Change) -> str:
    return "".join(run.words for run in runs if run.change is not without)


@given(former=st.text(max_size=80), present=st.text(max_size=80))
def test_both_texts_come_back_from_their_comparison(former: str, present: str) -> None:
    runs = compare_words(former, present)
    assert side(runs, Change.IN) == former
    assert side(runs, Change.OUT) == present
    assert all(run.words for run in runs)


@given(words=st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(words: str) -> None:
    assert all(run.change is Change.SAME for run in compare_words(words, words))


def test_a_changed_word_is_told_as_a_word() -> None:
    runs = compare_words("I will begin on time.", "I will try to begin on time.")
    assert [(run.change, run.words) for run in runs if run.change is not Change.SAME] == [(Change.IN, " try to")]


def test_words_of_other_scripts_are_compared_too() -> None:
    runs = compare_words("أعدك أن أصغي إليك", "أعدك أن أصغي دائما إليك")
    assert side(runs, Change.OUT) == "أعدك أن أصغي دائما إليك"


def test_only_what_changed_is_told() -> None:
    wording = starting_wording()
    first = wording.commitments[0]
    changed = replace(first, patient="I will say it when I can.", plain=None)
    marked = open_point("time", Mark.NOT_YET, language="en")
    present = Text(wording=replace(wording, commitments=(changed, *wording.commitments[1:])), open=(marked,))
    found = compare(Text(wording=wording), present, numbers=(1, 2))
    assert [part.subject_id for part in found.changed] == ["equals", "time"]


def test_a_commitment_that_moved_is_not_told_as_gone_and_one_that_is_gone_is() -> None:
    wording = starting_wording()
    turned = Text(wording=replace(wording, commitments=wording.commitments[::-1]))
    (order,) = compare(Text(wording=wording), turned, numbers=(1, 2)).changed
    assert order.subject_id == ""
    assert "".join(run.words for run in order.runs if run.change is not Change.OUT).splitlines() == [
        one.title for one in turned.wording.commitments
    ]
    fewer = Text(wording=replace(wording, commitments=wording.commitments[1:]))
    gone = compare(Text(wording=wording), fewer, numbers=(1, 2)).changed
    assert {part.subject_id for part in gone} == {"equals"}
    assert all(run.change is Change.OUT for part in gone for run in part.runs)


def test_a_sentence_written_anew_is_shown_whole_and_not_in_shreds() -> None:
    former = (
        "I will give you the numbers as they are: out of a hundred people, how many are helped and how many are harmed."
    )
    present = "I say how many it helped, and how many it did not."
    assert [run.change for run in compare_words(former, present)] == [Change.OUT, Change.IN]
    assert [run.words for run in compare_words(former, present)] == [former, present]
