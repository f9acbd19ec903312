"""A column of many cards: heights asked once, only what changed asked again, Tab in the order in which they stand."""

from itertools import pairwise

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.plans.card_column import CardColumn
from healingpartner.desktop.plans.slices import Slices


class Counting(QWidget):
    """A card that counts how often its height is asked."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.asked = 0
        self.button = QPushButton(words)
        self.label = PlainLabel(words)
        column = QVBoxLayout(self)
        column.addWidget(self.label)
        column.addWidget(self.button)

    def heightForWidth(self, width: int) -> int:
        self.asked += 1
        return super().heightForWidth(width)


def column_of(qtbot: QtBot, count: int) -> tuple[CardColumn, list[Counting]]:
    column = CardColumn(gap=10)
    qtbot.addWidget(column)
    cards = [Counting(f"card {n}") for n in range(count)]
    for card in cards:
        column.add(card)
    column.resize(400, 10)
    column.show()
    column.settle()
    QApplication.processEvents()
    column.settle()
    return column, cards


def test_cards_stand_below_each_other_with_a_gap_and_the_column_is_as_high_as_all(qtbot: QtBot) -> None:
    column, cards = column_of(qtbot, 3)
    for above, below in pairwise(cards):
        assert below.y() == above.y() + above.height() + 10
    assert column.minimumHeight() == cards[-1].geometry().bottom() + 1


def test_a_card_that_grows_is_asked_again_and_no_other(qtbot: QtBot) -> None:
    column, cards = column_of(qtbot, 30)
    asked = [card.asked for card in cards]
    before = cards[5].height()
    cards[5].label.setText("many words " * 60)
    qtbot.waitUntil(lambda: cards[5].height() > before)
    column.settle()
    assert [n for n, card in enumerate(cards) if card.asked > asked[n]] == [5]
    assert cards[6].y() == cards[5].geometry().bottom() + 1 + 10


def test_a_hidden_card_takes_no_room_and_a_taken_one_is_gone(qtbot: QtBot) -> None:
    column, cards = column_of(qtbot, 3)
    cards[0].hide()
    qtbot.waitUntil(lambda: cards[1].y() == 0)
    column.take(cards[1])
    qtbot.waitUntil(lambda: cards[2].y() == 0)
    assert column.parts() == (cards[0], cards[2])


def test_a_card_drawn_anew_keeps_its_place_for_the_tab_key(qtbot: QtBot) -> None:
    column, cards = column_of(qtbot, 4)
    column.take(cards[1])
    fresh = Counting("fresh")
    column.insert(1, fresh)
    column.settle()
    QApplication.processEvents()
    order = [cards[0].button]
    while len(order) < 4:
        nxt = order[-1].nextInFocusChain()
        while not isinstance(nxt, QPushButton) or not nxt.isVisible():
            nxt = nxt.nextInFocusChain()
        order.append(nxt)
    assert [button.text() for button in order] == ["card 0", "fresh", "card 2", "card 3"]


def test_work_is_done_in_order_and_said_to_be_settled(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    slices, done = Slices(owner), list[int]()
    for n in range(5):
        slices.add(lambda n=n: done.append(n))  # type: ignore[misc]
    with qtbot.waitSignal(slices.settled):
        pass
    assert done == [0, 1, 2, 3, 4]
    slices.add(lambda: done.append(9))
    slices.forget()
    QApplication.processEvents()
    assert done == [0, 1, 2, 3, 4]
