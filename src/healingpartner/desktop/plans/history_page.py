"""Every version both agreed to, and any two of them, or the newest and now, side by side word by word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from healingpartner.desktop.agreements.compared import marked_words
from healingpartner.desktop.agreements.paper_links import PaperLinks
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.desktop.page import Page
from healingpartner.desktop.plans.agreeing_card import ack_words
from healingpartner.desktop.plans.papers import kept_copy
from healingpartner.desktop.plans.place import PlanPlace
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.language.comparison import Comparison, Part
from healingpartner.plans.versions.comparison import compare
from healingpartner.plans.versions.model import PlanContents, PlanVersion, VersionLine, WholePlan
from healingpartner.plans.versions.views import version_with
from healingpartner.vault.reading import Reader

NOW = "now"


class HistoryPage(Page):
    """`left`: back to the plan."""

    left = Signal()

    def __init__(self, place: PlanPlace, found: WholePlan) -> None:
        """Begins with the newest version beside what the plan says now, or with the last two."""
        super().__init__()
        self._place, self._found = place, found
        self._versions: dict[str, PlanContents] = {}
        self.back = QuietButton(_("Back to the plan"), icon="arrow-left")
        self.former, self.present = ChoiceField(_("From"), []), ChoiceField(_("To"), [])
        self._parts, self._lines = QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self.back.clicked.connect(self.left)
        for choice in (self.former, self.present):
            choice.changed.connect(self._compare)
        place.desk.runner.ask(_all_versions, found, owner=self, then=self._show)

    def show_plan(self, found: WholePlan) -> None:
        """What the plan says by now, on its side of the comparison."""
        self._found = found
        if self._versions:
            self._versions[NOW] = found.contents
            self._compare()

    def go_back(self) -> bool:
        """Escape: back to the plan."""
        self.left.emit()
        return True

    def _show(self, versions: tuple[PlanVersion, ...]) -> None:
        self._versions = {str(one.line.number): one.contents for one in versions}
        same = bool(versions) and versions[-1].line.contents_sha256 == self._found.contents_sha256
        options = [(key, _("Version {number}").format(number=spoken().number(int(key)))) for key in self._versions] + [
            (NOW, _("As it is now"))
        ]
        self._versions[NOW] = self._found.contents
        keys = [key for key, _words in options]
        for choice, value in (
            (self.former, keys[-3] if same and len(keys) > 2 else keys[-2] if len(keys) > 1 else keys[-1]),
            (self.present, keys[-2] if same and len(keys) > 2 else keys[-1]),
        ):
            choice.box.clear()
            for key, words in options:
                choice.box.addItem(words, key)
            choice.set_value(value)
        self._compare()

    def _compare(self) -> None:
        _clear(self._parts)
        one, other = self.former.value(), self.present.value()
        if one not in self._versions or other not in self._versions:
            return
        numbers = (_number(one), _number(other))
        found = compare(self._versions[one], self._versions[other], numbers=numbers)
        if not found.changed:
            self._parts.addWidget(PlainLabel(_("These two say the same, word for word.")))
        for parts in _by_subject(found):
            self._parts.addWidget(_card(parts))

    def _lay_out(self) -> None:
        page = ScrollPage(_("History of the plan"), margin=4)
        column = page.column
        head = FlowLayout(gap=12)
        head.addWidget(self.back)
        column.addLayout(head)
        column.addWidget(TitleLabel(_("History of the plan"), level=1))
        for line in reversed(self._found.versions):
            self._lines.addWidget(self._version_card(line))
        self._lines.setSpacing(10)
        column.addLayout(self._lines)
        column.addWidget(TitleLabel(_("What changed")))
        row = FlowLayout(gap=16)
        for choice in (self.former, self.present):
            choice.box.setMinimumContentsLength(16)
            row.addWidget(choice)
        column.addLayout(row)
        column.addWidget(PlainLabel(_("[out: …] was taken out. [new: …] came in."), tone="soft"))
        self._parts.setSpacing(10)
        column.addLayout(self._parts)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def _version_card(self, line: VersionLine) -> Card:
        number = spoken().number(line.number)
        card = Card(
            _("Version {number}").format(number=number),
            note=_("agreed {day}").format(day=spoken().date(line.agreed)),
        )
        for given in line.acknowledgements:
            names = self._found.names
            who = names.called if given.voice is Voice.PATIENT else names.practitioner
            card.column.addWidget(PlainLabel(f"{isolated(who)}: {ack_words(given)}", tone="soft"))
        name = _("The copy of version {number}").format(number=number)
        card.column.addWidget(
            PaperLinks(self._place.desk, name, lambda: kept_copy(self._place.desk, self._found, line))
        )
        return card


def _all_versions(db: Reader, found: WholePlan) -> tuple[PlanVersion, ...]:
    return tuple(version_with(db, line.id) for line in found.versions)


def _number(key: str) -> int:
    return int(key) if key != NOW else 0


def _by_subject(found: Comparison) -> list[list[Part]]:
    grouped: list[list[Part]] = []
    for part in found.changed:
        if grouped and grouped[-1][0].subject_id == part.subject_id:
            grouped[-1].append(part)
        else:
            grouped.append([part])
    return grouped


def _card(parts: list[Part]) -> Card:
    card = Card()
    for part in parts:
        if part.label:
            card.column.addWidget(PlainLabel(part.label, tone="label"))
        card.column.addWidget(PlainLabel(marked_words(part), selectable=True))
    return card


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
