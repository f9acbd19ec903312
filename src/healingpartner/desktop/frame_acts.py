"""The acts of the frame itself, each with its key. Rooms add theirs beside these."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QWidget

from healingpartner.desktop.actions import Actions, DeskAct
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.notice_panels import Scrim
from healingpartner.desktop.page import Offer, Page
from healingpartner.foundation.words import _

TABS = 9


class Frame(Protocol):
    """What the acts need of the shell."""

    def page(self) -> Page | None: ...
    def open_palette(self) -> None: ...
    def show_room(self, name: str) -> None: ...
    def toggle_discreet(self) -> None: ...
    def show_help(self) -> None: ...


def register(actions: Actions, frame: Frame, *, lock: Callable[[], None], new_person: Callable[[], None]) -> None:
    """Put the frame's acts into the registry."""
    for act in (
        *_with_people_and_pages(frame, new_person),
        *_with_the_frame(frame, lock),
        *(_tab(frame, number) for number in range(1, TABS + 1)),
    ):
        actions.add(act)


def _with_people_and_pages(frame: Frame, new_person: Callable[[], None]) -> tuple[DeskAct, ...]:
    return (
        DeskAct(
            id="frame.find",
            text=_("Find a person or an act"),
            keys="Ctrl+K",
            run=frame.open_palette,
            icon="magnifying-glass",
            listed=False,
        ),
        DeskAct(id="people.new", text=_("Add a person"), keys="Ctrl+Shift+N", run=new_person, icon="user-plus"),
        DeskAct(
            id="frame.turn",
            text=_("Turn the screen to the person in front of you"),
            keys="F11",
            run=lambda: _take(_turning(frame)),
            why_not=lambda: _reason(
                _turning(frame), _("There is nothing to turn to on this page. Open a person first.")
            ),
            icon="arrows-left-right",
        ),
        DeskAct(
            id="frame.print",
            text=_("Print what is in sight"),
            keys="Ctrl+P",
            run=lambda: _take(_printing(frame)),
            why_not=lambda: _reason(_printing(frame), _("There is nothing on paper for this page yet.")),
            icon="printer",
        ),
        DeskAct(
            id="frame.filter",
            text=_("Filter the list in sight"),
            keys="Ctrl+F",
            run=lambda: _step(frame.page(), lambda page: page.focus_filter()),
            icon="magnifying-glass",
        ),
    )


def _with_the_frame(frame: Frame, lock: Callable[[], None]) -> tuple[DeskAct, ...]:
    return (
        DeskAct(
            id="frame.discreet",
            text=_("Hide or show the list of people"),
            keys="Ctrl+Shift+D",
            run=frame.toggle_discreet,
            icon="eye-slash",
        ),
        DeskAct(
            id="frame.settings",
            text=_("Settings"),
            keys="Ctrl+,",
            run=lambda: frame.show_room("settings"),
            icon="gear",
        ),
        DeskAct(id="frame.lock", text=_("Lock the practice"), keys="Ctrl+L", run=lock, icon="lock", always=True),
        DeskAct(id="frame.help", text=_("Show every key"), keys="F1", run=frame.show_help, icon="keyboard"),
        DeskAct(
            id="frame.back",
            text=_("Go back one step"),
            keys="Esc",
            run=lambda: _step(frame.page(), lambda page: page.go_back()),
            icon="arrow-left",
            bound=False,
            listed=False,
        ),
    )


class HelpPanel(Scrim):
    """Every key with what it does, from the registry."""

    def __init__(self, host: QWidget, shortcuts: tuple[tuple[str, str], ...]) -> None:
        """`shortcuts`: (keys, text)."""
        super().__init__(host)
        self.setAccessibleName(_("Every key"))
        self.inside.addWidget(TitleLabel(_("Every key")))
        lines = self.scrolls(_("Every key"))
        for keys, text in shortcuts:
            row = QHBoxLayout()
            row.addWidget(PlainLabel(text), 3)
            row.addWidget(PlainLabel(keys, tone="strong"), 2)
            lines.addLayout(row)
        lines.addStretch(1)
        self.close_button = QuietButton(_("Close"))
        self.close_button.clicked.connect(self.leave)
        self.inside.addWidget(self.close_button)

    def first_focus(self) -> QWidget:
        """The way out."""
        return self.close_button


def _tab(frame: Frame, number: int) -> DeskAct:
    return DeskAct(
        id=f"frame.tab{number}",
        text=_("Show tab 1 to 9 of a person"),
        keys=f"Ctrl+{number}",
        run=lambda: _step(frame.page(), lambda page: page.go_to_tab(number)),
        listed=False,
        in_help=_("Ctrl+1 to Ctrl+9") if number == 1 else "-",
    )


def _turning(frame: Frame) -> Offer | None:
    page = frame.page()
    return None if page is None else page.turning()


def _printing(frame: Frame) -> Offer | None:
    page = frame.page()
    return None if page is None else page.printing()


def _reason(offer: Offer | None, nothing: str) -> str:
    return nothing if offer is None else offer.why_not


def _take(offer: Offer | None) -> None:
    if offer is not None:
        offer.run()


def _step(page: Page | None, step: Callable[[Page], bool]) -> None:
    if page is not None:
        step(page)
