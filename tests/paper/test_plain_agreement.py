"""The plain words beside the full ones: what is open in the text is open here too."""

from pathlib import Path

from healingpartner.agreements.marks import Mark, open_point
from healingpartner.foundation.words import Words
from healingpartner.paper.plain_agreement import PlainCopy, plain_paper
from healingpartner.paper.printed import Paper
from paper.elm import ELM
from paper.reading import text_of
from paper.samples import WORDING, agreement_copy


def test_an_open_point_says_so_beside_the_plain_words(tmp_path: Path) -> None:
    mark = open_point(WORDING.commitments[0].id, Mark.LEFT_OUT, language="en")
    copy = PlainCopy(
        practitioner="Dr. Amara Osei", patient="Mira", wording=WORDING, made=agreement_copy().made, open=(mark,)
    )
    found = text_of(plain_paper(copy, letterhead=ELM, words=Words("en_GB"), paper=Paper()).pdf, tmp_path)
    assert found.count("Left out. It binds nobody.") == 1
