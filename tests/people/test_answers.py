"""Answers, the wordless ones too, and the wishes in the header."""

import pytest

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.words import Words
from healingpartner.people.answers import Answer, Said, by_question, header_chips, in_order
from healingpartner.people.questions import GROUP_TITLES, QUESTIONS, question

ENGLISH = Words("en_US")


def test_every_question_has_a_key_of_its_own_and_a_titled_group():
    assert len({each.key for each in QUESTIONS}) == len(QUESTIONS)
    assert {each.group for each in QUESTIONS} == set(GROUP_TITLES)


def test_the_first_meeting_asks_five_questions():
    assert sum(each.group == "meeting" for each in QUESTIONS) == 5


def test_not_now_is_an_answer_and_keeps_nothing_else():
    answer = Answer(question="decide", said=Said.NOT_NOW, choice="mine", words="later").cleaned()
    assert not answer.empty()
    assert (answer.choice, answer.words) == ("", "")
    assert answer.read(ENGLISH) == "Not now"
    assert Answer(question="decide").empty()


def test_an_answer_that_does_not_belong_is_told():
    with pytest.raises(RuleBroken) as broken:
        Answer(question="touch", choice="maybe").cleaned()
    assert broken.value.field == "touch"
    with pytest.raises(RuleBroken):
        Answer(question="shoe_size").cleaned()
    with pytest.raises(RuleBroken) as broken:
        Answer(question="matters", words="x" * 10_001).cleaned()
    assert broken.value.field == "matters"


def test_a_whole_answer_reads_as_choice_sum_and_own_words():
    answer = Answer(question="money", amount=Money(minor=8000, currency="EUR"), words="a month")
    assert answer.read(ENGLISH) == "€80.00\na month"
    assert (
        Answer(question="touch", choice="ask", words="Even my hand").read(ENGLISH) == "Ask me, each time\nEven my hand"
    )


def test_the_header_shows_wishes_of_the_body_first_and_nothing_that_needs_no_care():
    answers = by_question(
        (
            Answer(question="touch", choice="ask"),
            Answer(question="dressed", choice="first"),
            Answer(question="chaperone", choice="alone"),
            Answer(question="hard_history", said=Said.NOT_NOW),
            Answer(question="no_touch", words="my neck,\nand both feet"),
            Answer(question="matters", words="Gardening"),
        )
    )
    chips = header_chips(answers, ENGLISH)
    assert [chip.text for chip in chips] == [
        "Leave alone: my neck, and both feet",
        "Talk dressed first",
        "Ask before touch",
    ]
    assert chips[0].whole == "my neck,\nand both feet"


def test_a_long_wish_is_short_on_the_chip_and_whole_behind_it():
    (chip,) = header_chips({"unsettles": Answer(question="unsettles", words="doors " * 100)}, ENGLISH)
    assert len(chip.text) < 60
    assert chip.whole == "doors " * 100


def test_answers_come_in_the_order_in_which_they_are_asked():
    answers = by_question(Answer(question=key, words="x") for key in ("decide", "matters", "settles"))
    assert [each.question for each in in_order(answers)] == ["matters", "settles", "decide"]
    assert question("touch").choice("ask") is not None
