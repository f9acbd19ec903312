"""Every paper of a plan is whole in Spanish: nothing that has Spanish words is printed in English."""

import pytest

from foundation.english import english_left
from healingpartner.paper.printed import Paper, PaperSize
from paper.plan_samples import PLAN_PAPERS, printed
from paper.test_plan_papers import text_of

# What the invented two typed, where it happens to be a sentence of the program too.
TYPED = {"sleep better", "walk after supper", "Magnesium", "look at the sleep notes"}


@pytest.mark.parametrize("paper", [Paper(), Paper(size=PaperSize.LETTER, large=True)], ids=["a4", "large letter"])
@pytest.mark.parametrize("name", PLAN_PAPERS)
def test_a_paper_of_a_plan_in_spanish_has_no_english_left(name: str, paper: Paper) -> None:
    made = printed(name, locale="es_MX", paper=paper)
    text = text_of(made.pdf)
    assert [words for words in english_left(text) if words not in TYPED] == []
    assert "página 1 de" in text
    assert made.unprintable == ()
