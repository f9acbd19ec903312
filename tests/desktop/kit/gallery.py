"""The whole kit on three pages, to look at: `python tests/desktop/kit/gallery.py DIR` saves pictures there.

Light, dark, high contrast, 200 % and right to left; people and words are invented.
"""

import sys
from math import sin
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from healingpartner.desktop.kit.avatar import Avatar
from healingpartner.desktop.kit.buttons import IconButton, PatientButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.check_field import CheckField
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.empty_state import EmptyState
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.filter_field import FilterField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.lens_field import LensField
from healingpartner.desktop.kit.money_field import MoneyField
from healingpartner.desktop.kit.partial_date_field import PartialDateField
from healingpartner.desktop.kit.pdf_preview import PdfPreview
from healingpartner.desktop.kit.person_row import NOTE_ROLE, PersonRow
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.progress_card import ProgressCard
from healingpartner.desktop.kit.rail import Rail
from healingpartner.desktop.kit.scale import Scale
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.kit.search_button import SearchButton
from healingpartner.desktop.kit.signature_pad import SignaturePad
from healingpartner.desktop.kit.speech import SpeechLabel
from healingpartner.desktop.kit.strokes import Strokes
from healingpartner.desktop.kit.tab_bar import TabBar
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.desktop.kit.two_voices import TwoVoicePanel
from healingpartner.desktop.theme import Look, Theme
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import Voice
from healingpartner.language.lens.entries import Where

PEOPLE = (
    ("Mira Rahimi", "Next: today, 10:30"),
    ("Jonah Takahashi", "Agreement waiting for him"),
    ("Leonie Engel", "Two promises of yours are open"),
    ("Samuel Okafor-Featherstonehaugh of Somewhere", "Reflection ready to open together and more"),
    ("Anh Nguyễn", "Last seen 3 weeks ago"),
    ("Ελένη Παπαδοπούλου", ""),
    ("Дарья Ильина", "New"),
    ("داریوش امینی", "New · agreement not offered yet"),
    ("שָׁרוֹן לֵוִי", "Paused"),
    ("王小明", "New"),
)


class People(QAbstractListModel):
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(PEOPLE)

    def data(self, index: QModelIndex, role: int = 0) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return PEOPLE[index.row()][0]
        return PEOPLE[index.row()][1] if role == NOTE_ROLE else None


def frame() -> QWidget:
    """Rail, people, header, tabs and a page: the first mockup."""
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    rail = Rail("Healing Partner", note="Dr. Amara Osei · Elm Street")
    for key, words, icon in (("today", "Today", "sun"), ("people", "People", "users-three"),
                             ("agreements", "Agreements", "handshake")):  # fmt: skip
        rail.add(key, words, icon)
    for key, words, icon in (("backup", "Backed up 2 h ago", "shield-check"), ("settings", "Settings", "gear"),
                             ("lock", "Lock", "lock")):  # fmt: skip
        rail.add(key, words, icon, below=True)
    rail.button("today").set_badge("3")
    rail.set_current("people")
    row.addWidget(rail)
    row.addWidget(people_list(), 2)
    row.addWidget(person_page(), 6)
    return window


def people_list() -> QWidget:
    side = QFrame()
    column = QVBoxLayout(side)
    column.setContentsMargins(12, 18, 12, 12)
    head = QHBoxLayout()
    head.addWidget(TitleLabel("People", level=2), 1)
    head.addWidget(IconButton("plus", "Add a person"))
    column.addLayout(head)
    column.addWidget(FilterField("Filter people"))
    view = QListView()
    view.setAccessibleName("People")
    model = People(view)
    view.setModel(model)
    view.setItemDelegate(PersonRow(view))
    view.setUniformItemSizes(True)
    view.viewport().setAutoFillBackground(False)
    view.setCurrentIndex(model.index(0))
    column.addWidget(view, 1)
    return side


def person_page() -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(28, 22, 28, 22)
    column.setSpacing(12)
    top = QHBoxLayout()
    top.addWidget(SearchButton("Search everything", "Ctrl K"), 2)
    top.addStretch(1)
    top.addWidget(QuietButton("Print", icon="printer"))
    top.addWidget(PrimaryButton("Turn to Mira", icon="arrows-left-right"))
    column.addLayout(top)
    head = QHBoxLayout()
    head.setSpacing(16)
    head.addWidget(Avatar("Mira Rahimi"))
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(TitleLabel("Mira Rahimi", level=1))
    names.addWidget(PlainLabel("she/her · 46 · partners since March 2026", tone="soft"))
    head.addLayout(names, 1)
    chips = FlowLayout(ends=True)
    chips.addWidget(Chip("Talk dressed first", tint="yours", icon="eye-slash"))
    chips.addWidget(Chip("Ask before touch", tint="yours"))
    chips.addWidget(Chip("Trauma history: only when I start it", tint="yours"))
    head.addLayout(chips, 1)
    column.addLayout(head)
    tabs = TabBar("Mira's record")
    for words in ("Together", "Agreement", "Plan", "Journal", "Visits", "Story", "Record", "Documents"):
        tabs.add(words.lower(), words)
    column.addWidget(tabs)
    inside = ScrollPage("Together", margin=0)
    inside.column.addLayout(cards())
    inside.column.addStretch(1)
    column.addWidget(inside, 1)
    return page


def cards() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    left, right = QVBoxLayout(), QVBoxLayout()
    first = Card()
    first.column.addWidget(
        SpeechLabel("To garden with my granddaughter through the summer, and to stop being afraid of my own body.",
                    caption="What matters to Mira", large=True))  # fmt: skip
    left.addWidget(first)
    option = Card("Walk after supper", note="free · 4 evenings a week")
    option.column.addWidget(TwoVoicePanel(
        SpeechLabel("Of 100 people like Mira, about 38 sleep better after 8 weeks", voice=Voice.PRACTITIONER,
                    caption="Why I would, in numbers"),
        SpeechLabel("بدنم به این آری می‌گوید", caption="What Mira feels about it")))  # fmt: skip
    chips = FlowLayout()
    for words, tint in (("Both agree", "ours"), ("Amara: not ready yet", "mine"), ("Money: up to 40 a month", "warn"),
                        ("settled", "plain")):  # fmt: skip
        chips.addWidget(Chip(words, tint=tint))
    option.column.addLayout(chips)
    left.addWidget(option)
    left.addStretch(1)
    later = Card("Next")
    later.column.addWidget(PlainLabel("She asked to begin with how the walks felt.", tone="soft"))
    later.column.addWidget(SpeechLabel("The clock now stands behind Mira.", voice=Voice.BOTH, caption="Agreed"))
    buttons = FlowLayout()
    buttons.addWidget(PatientButton("Begin visit"))
    buttons.addWidget(QuietButton("Open reflection together"))
    later.column.addLayout(buttons)
    right.addWidget(later)
    right.addStretch(1)
    row.addLayout(left, 5)
    row.addLayout(right, 4)
    return row


def form() -> QWidget:
    """Every field."""
    page = ScrollPage("About you")
    column = page.column
    card = Card("About you")
    for field in (
        LineField("Legal name", value="Anh Nguyễn", hint="As it stands on papers."),
        TextField("What matters to me", value="To garden with my granddaughter.", lines=2),
        LensField("What I noticed", value="She denies pain and refused the tablets.", where=Where.NOTES, lines=2),
        ChoiceField("Interpreter", [("no", "Not needed"), ("yes", "Needed")], value="yes"),
        CheckField("I was asked before anything was written down.", value=True, hint="You may change your mind."),
    ):
        card.column.addWidget(field)
    broken = LineField("Birth date", value="31.2.1970")
    broken.say("February 1970 has 28 days. Type the day again, or leave it out.")
    card.column.addWidget(broken)
    column.addWidget(card)
    column.addStretch(1)
    return page


def states() -> QWidget:
    """Signing, scales, long work, an empty place and paper."""
    page = ScrollPage("States")
    row, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
    signing = Card()
    for voice, points in ((Voice.PATIENT, SIGNED), (Voice.PRACTITIONER, ())):
        pad = SignaturePad("Signature", ticks=lambda: 0.0, voice=voice)
        if points:
            pad.show_strokes(Strokes(width=4200, height=1300, lines=(points,)))
        signing.column.addWidget(PlainLabel("Mira Rahimi" if points else "Dr. Amara Osei",
                                            tone="yours" if points else "mine"))  # fmt: skip
        signing.column.addWidget(pad)
    left.addWidget(signing)
    asked = Card("I felt heard", note="0 to 10")
    scale = Scale("I felt heard", low="not at all", high="fully")
    scale.set_value(7)
    words = Scale("Free to choose", steps=("never", "seldom", "partly", "mostly", "always"), voice=Voice.PRACTITIONER)
    words.set_value(3)
    for each in (scale, words, MoneyField("Up to", currency="EUR", value=Money(minor=4000, currency="EUR")),
                 PartialDateField("Birth date", value=PartialDate(year=1970, month=5))):  # fmt: skip
        asked.column.addWidget(each)
    left.addWidget(asked)
    left.addStretch(1)
    work = ProgressCard()
    work.begin("Copying the practice", can_stop=True)
    work.set_progress(3, 10)
    work.show()
    empty = EmptyState("users-three", "Nobody is here yet. Begin with the person you know best.", button="Add a person")
    paper = PdfPreview("The agreement")
    paper.show_pages([(210, 297, b"\xff" * (210 * 297 * 4))])
    paper.setMinimumHeight(200)
    for each in (work, empty, paper):
        right.addWidget(each)
    row.addLayout(left, 3)
    row.addLayout(right, 2)
    page.column.addLayout(row)
    return page


SIGNED = tuple(
    (300 + 30 * step, round(800 + 350 * sin(step / 3) * (1 - step / 110)), 400 + 5 * step, 10 * step)
    for step in range(110)
)
PAGES = {"frame": frame, "form": form, "states": states}


def in_window(page: QWidget) -> QWidget:
    """A page as it stands in a window: with the window's ground, and no smaller than it can be read."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    return window


def take(folder: Path, app: QApplication, theme: Theme) -> list[Path]:
    """Save every page in every dress; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    dresses = {
        "light": ((1440, 900), Look.LIGHT, 100, False, Qt.LayoutDirection.LeftToRight),
        "dark": ((1440, 900), Look.DARK, 100, False, Qt.LayoutDirection.LeftToRight),
        "contrast": ((1440, 900), Look.LIGHT, 100, True, Qt.LayoutDirection.LeftToRight),
        "double": ((1024, 700), Look.LIGHT, 200, False, Qt.LayoutDirection.LeftToRight),
        "rtl": ((1440, 900), Look.LIGHT, 100, False, Qt.LayoutDirection.RightToLeft),
    }
    saved = []
    for dress, (size, look, percent, high, way) in dresses.items():
        theme.choose(look=look, text_percent=percent, high_contrast=high)
        app.setLayoutDirection(way)
        for name, make in PAGES.items():
            page = in_window(make())
            page.resize(*size)
            page.show()
            app.processEvents()
            saved.append(folder / f"{name}-{dress}.png")
            page.grab().save(str(saved[-1]))
            page.close()
            page.deleteLater()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.choose(look=Look.LIGHT, text_percent=100, high_contrast=False)
    return saved


if __name__ == "__main__":
    application = QApplication([])
    dressed = Theme(look=Look.LIGHT)
    dressed.apply(application)
    take(Path(sys.argv[1] if len(sys.argv) > 1 else "build/gallery"), application, dressed)
