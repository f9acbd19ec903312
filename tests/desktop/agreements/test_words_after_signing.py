"""New words of the practitioner reach the patient who has signed already; the former signature stays with its text."""

from desktop.agreements.people import add, give_back, offer, sign_by_stroke, tab_of, to_sign, turn
from desktop.stage import Stage
from healingpartner.agreements.negotiation.acts import answer_commitment
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.foundation.voices import Voice


def test_new_words_after_the_patients_signature_can_be_turned_to_them(stage: Stage) -> None:
    tab = tab_of(stage, add(stage))
    offer(stage, tab)
    _view, task = turn(stage, tab)
    sign_by_stroke(stage, to_sign(stage, task))
    stage.qtbot.waitUntil(lambda: task.done is not None)
    give_back(stage, tab)
    assert tab.standing is not None
    assert tab.standing.turn_button is None
    assert tab.found is not None
    assert tab.found.agreement is not None
    agreement_id = tab.found.agreement.id
    words = "I begin on time, and say so when I cannot."
    stage.do(
        lambda practice: practice.do(
            answer_commitment, agreement_id, "time", Stance.REWORDED, practitioner=words, by=Voice.PRACTITIONER
        )
    )
    stage.qtbot.waitUntil(lambda: tab.standing is not None and tab.standing.turn_button is not None)
    offered = tab.turning()
    assert offered is not None
    assert not offered.why_not
    _view, task = turn(stage, tab)
    assert task.reading is not None
    card = task.reading.text.card("time")
    assert card is not None
    assert card.said is not None
    assert card.said.reply is not None
    card.said.reply.take.click()
    stage.settle()
    assert stage.troubles == []
