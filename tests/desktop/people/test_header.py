"""The header: name and wishes stay whole in every width and size of text."""

import pytest
from PySide6.QtWidgets import QApplication

from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.people.header import PersonHeaderView
from healingpartner.desktop.theme import Look, Theme
from healingpartner.people.answers import HeaderChip
from healingpartner.people.partnership import State
from healingpartner.people.reading import PersonHeader

WISHES = ("Leave alone: Neck", "Talk dressed first", "Ask before touch", "Hard times: only when I begin")


def header(name: str = "Mira Østergård-Núñez", wishes: tuple[str, ...] = WISHES) -> PersonHeader:
    return PersonHeader(
        id="1",
        name=name,
        called=name,
        pronouns="she/her",
        age=None,
        birth_date=None,
        state=State.NEW,
        partners_since=None,
        language="",
        archived=False,
        merged_into="",
        chips=tuple(HeaderChip(question="touch", text=each, whole=each) for each in wishes),
    )


@pytest.fixture
def view(qtbot) -> PersonHeaderView:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme(look=Look.LIGHT, text_percent=100, high_contrast=False)
    theme.apply(app)
    view = PersonHeaderView()
    qtbot.addWidget(view)
    view.show_header(header())
    view.resize(884, 400)
    view.show()
    yield view
    theme.choose(text_percent=100)


def lines_of_chips(view: PersonHeaderView) -> int:
    return len({chip.y() for chip in view.findChildren(Chip) if chip.isVisible()})


def test_wishes_use_the_room_that_the_name_leaves(view) -> None:
    assert lines_of_chips(view) == 2
    view.resize(640, 400)
    QApplication.processEvents()
    assert lines_of_chips(view) > 2
    view.resize(884, 400)
    QApplication.processEvents()
    assert lines_of_chips(view) == 2


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_whole_name_is_in_sight_beside_a_page_that_wants_the_height(view, percent) -> None:
    Theme(look=Look.LIGHT, text_percent=percent, high_contrast=False).apply(QApplication.instance())
    view.resize(470, 900)
    QApplication.processEvents()
    view.resize(470, view.minimumHeight())
    QApplication.processEvents()
    name = view.name
    assert name.height() >= name.heightForWidth(name.width())
    assert name.y() >= 0
    assert not [chip for chip in view.findChildren(Chip) if chip.isVisible()]


def test_forty_wishes_do_not_push_the_page_out_of_the_window(view) -> None:
    view.show_header(header(wishes=tuple(f"Take care of the {n}th thing on a long list" for n in range(40))))
    view.resize(470, 700)
    QApplication.processEvents()
    assert view.minimumHeight() <= 700 * 11 // 20
