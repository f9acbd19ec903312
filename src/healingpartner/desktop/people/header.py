"""What stands above every page of a person: their name as they asked, and the wishes that must be in sight."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.kit.avatar import Avatar
from healingpartner.desktop.kit.chip import Chip
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.measure import scaled
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel, set_tip
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.people.names import breakable
from healingpartner.people.partnership import since_words
from healingpartner.people.reading import PersonHeader

BESIDE_FROM, LONG_NAME, NARROW_NAME = 620, 60, 40
_AFTER_AVATAR, _TITLE_PX = 16, 30
_ICONS = {"dressed": "eye-slash", "touch": "hand-palm", "no_touch": "hand-palm", "interpreter": "translate"}


class PersonHeaderView(QWidget):
    """Avatar, name, one soft line, and the chips; where there is no room for chips, their words stand below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty until `show_header`."""
        super().__init__(parent)
        self._whole_name = ""
        self._avatar = Avatar("", px=56)
        self.name = TitleLabel("", level=1)
        self.line = PlainLabel(tone="soft")
        self._wishes = PlainLabel(tone="yours")
        self._wishes.setParent(self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, gap=6, ends=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.line)
        words.addStretch(1)
        who = QHBoxLayout()
        who.setSpacing(_AFTER_AVATAR)
        who.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(who)
        self._row.addWidget(self._chips)
        self._row.addWidget(self._wishes)
        self._wishes.hide()

    def show_header(self, header: PersonHeader) -> None:
        """Another person, or the same one changed."""
        self._avatar.set_name(header.name)
        self._whole_name = header.name
        self.name.setAccessibleName(header.name)
        self.line.setText(_line(header))
        self._flow.clear()
        for chip in header.chips:
            shown = Chip(chip.text, tint="yours", icon=_ICONS.get(chip.question, ""))
            set_tip(shown, chip.whole if chip.whole != chip.text else "")
            self._flow.addWidget(shown)
        if header.archived:
            self._flow.addWidget(Chip(_("Put away from the list"), icon="archive"))
        wishes = " · ".join(isolated(each.text) for each in header.chips)
        self._wishes.setText(wishes)
        self._chips.setAccessibleName(_("Wishes: {wishes}").format(wishes=wishes))
        self._show_wishes()

    def chips(self) -> tuple[str, ...]:
        """The words of the chips."""
        return tuple(chip.text() for chip in self._chips.findChildren(Chip) if not chip.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Chips beside the name while both have room; below it, the same words in one paragraph."""
        super().resizeEvent(event)
        self._show_wishes()

    def changeEvent(self, event: QEvent) -> None:
        """Other text sizes need other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._show_wishes()

    def _has_room(self) -> bool:
        return self.width() >= scaled(self, BESIDE_FROM)

    def _show_wishes(self) -> None:
        any_wish, beside = self._flow.count() > 0, self._has_room()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)
        self._avatar.setVisible(beside)
        fits = beside or len(self._whole_name) <= NARROW_NAME
        short = self._whole_name if fits else self._whole_name[:NARROW_NAME] + "…"
        self.name.setText(breakable(short))
        set_tip(self.name, "" if fits else self._whole_name)
        self._set_level(beside)
        self._chips.setVisible(any_wish and beside)
        self._wishes.setVisible(any_wish and not beside)
        if any_wish and beside:
            self._share_width()
            self._chips.setMinimumHeight(self._flow.heightForWidth(max(self._chips.width(), 1)))
        else:
            self._chips.setMinimumHeight(0)
            self._row.setStretch(0, 0)
            self._row.setStretch(1, 0)
        # What is always in sight may not be pressed together by the page below it.
        self.setMinimumHeight(max(0, min(self._row.heightForWidth(self.width()), self.window().height() * 11 // 20)))

    def _set_level(self, beside: bool) -> None:
        """A name steps down a size where the larger one would break it."""
        metrics, high = self.name.fontMetrics(), max(1, self.name.font().pixelSize())
        wide = metrics.horizontalAdvance(self.name.text()) * scaled(self, _TITLE_PX) // high
        small = len(self._whole_name) > LONG_NAME or (not beside and wide > self.width())
        level = "2" if small else "1"
        if self.name.property("level") != level:
            self.name.setProperty("level", level)
            self.name.style().unpolish(self.name)
            self.name.style().polish(self.name)

    def _share_width(self) -> None:
        """The name takes what it needs on one line, the wishes the rest, and each at least two fifths."""
        room = self.width() - self._row.spacing()
        words = max(self.name.fontMetrics().horizontalAdvance(self.name.text()), self.line.sizeHint().width())
        who = self._avatar.width() + scaled(self, _AFTER_AVATAR) + words + scaled(self, 8)
        chips = min(max(room - who, room * 2 // 5), room * 3 // 5)
        self._row.setStretch(0, room - chips)
        self._row.setStretch(1, chips)
        self._row.activate()


def _line(header: PersonHeader) -> str:
    parts = [isolated(header.pronouns), age_words(header.age)]
    parts.append(since_words(header.state, header.partners_since, spoken(), inside=bool(header.pronouns or header.age)))
    return " · ".join(part for part in parts if part)


def age_words(age: tuple[int, int] | None) -> str:
    """Whole years, "45 or 46" where the birth date leaves it open, "" when nothing is known."""
    if age is None:
        return ""
    least, most = max(age[0], 0), max(age[1], 0)
    if least != most:
        return _("{least} or {most}").format(least=least, most=most)
    return str(least) if least >= 2 else ngettext("{years} year old", "{years} years old", least).format(years=least)
