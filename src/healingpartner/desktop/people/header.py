"""What stands above every page of a person: their name as they asked, and the wishes that must be in sight."""

from PySide6.QtCore import Qt
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
        who.setSpacing(16)
        who.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        who.addLayout(words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(who, 3)
        self._row.addWidget(self._chips, 2)
        self._row.addWidget(self._wishes)
        self._wishes.hide()

    def show_header(self, header: PersonHeader) -> None:
        """Another person, or the same one changed."""
        self._avatar.set_name(header.name)
        self._whole_name = header.name
        self.name.setAccessibleName(header.name)
        self.name.setProperty("level", "1" if len(header.name) <= LONG_NAME else "2")
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
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
        way = QBoxLayout.Direction.LeftToRight if self._has_room() else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)
        self._show_wishes()

    def _has_room(self) -> bool:
        return self.width() >= scaled(self, BESIDE_FROM)

    def _show_wishes(self) -> None:
        any_wish, beside = self._flow.count() > 0, self._has_room()
        self._avatar.setVisible(beside)
        fits = beside or len(self._whole_name) <= NARROW_NAME
        short = self._whole_name if fits else self._whole_name[:NARROW_NAME] + "…"
        self.name.setText(breakable(short))
        set_tip(self.name, "" if fits else self._whole_name)
        self._chips.setVisible(any_wish and beside)
        self._wishes.setVisible(any_wish and not beside)
        if any_wish and beside:
            self._chips.setMinimumHeight(self._flow.heightForWidth(max(self._chips.width(), 1)))


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
