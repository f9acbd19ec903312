"""Two texts of an agreement compared on screen: what was taken out, what came in, said in words as well as shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from healingpartner.agreements.comparison import compare
from healingpartner.agreements.model import AgreementVersion
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.choice_field import ChoiceField
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scroll_page import ScrollPage
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.language.comparison import Change, Comparison, Part

# Marks, not colours alone: brackets that are read aloud and stand on paper too.
MARKED = {Change.SAME: "{words}", Change.OUT: N_("[out: {words}]"), Change.IN: N_("[new: {words}]")}


class ComparedPage(QWidget):
    """`goes_back`: the reader is done. Any two of the texts can be set side by side."""

    goes_back = Signal()

    def __init__(self, versions: Sequence[AgreementVersion]) -> None:
        """`versions`: at least two, the oldest first; begins with the last two."""
        super().__init__()
        self._versions = {str(one.number): one for one in versions}
        options = [
            (key, _("Text {number}, {day}").format(number=key, day=spoken().date(one.made)))
            for key, one in self._versions.items()
        ]
        keys = list(self._versions)
        self.former = ChoiceField(_("From"), options, value=keys[-2] if len(keys) > 1 else keys[-1])
        self.present = ChoiceField(_("To"), options, value=keys[-1])
        self.back = QuietButton(_("Back to the text"), icon="arrow-left")
        page = ScrollPage(_("What changed"), margin=4)
        page.column.addWidget(TitleLabel(_("What changed"), level=1))
        row = FlowLayout(gap=16)
        for part in (self.former, self.present):
            part.box.setMinimumContentsLength(22)
            row.addWidget(part)
            part.changed.connect(self._compare)
        row.addWidget(self.back)
        page.column.addLayout(row)
        self._links = QVBoxLayout()
        page.column.addLayout(self._links)
        page.column.addWidget(PlainLabel(_("[out: …] was taken out. [new: …] came in."), tone="soft"))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(12)
        page.column.addLayout(self._parts)
        page.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.back.clicked.connect(self.goes_back)
        self._compare()

    def begin(self) -> None:
        """Put the keyboard where it goes on."""
        self.back.setFocus()

    def numbers(self) -> tuple[int, int]:
        """The numbers of the two texts that are shown."""
        return int(self.former.value()), int(self.present.value())

    def offer_paper(self, links: QWidget) -> None:
        """A way to put these two on paper."""
        self._links.addWidget(links)

    def _compare(self) -> None:
        while (item := self._parts.takeAt(0)) is not None:
            former = item.widget()
            if former is not None:
                former.hide()
                former.deleteLater()
        one, other = self._versions[self.former.value()], self._versions[self.present.value()]
        found = compare(one.body, other.body, numbers=(one.number, other.number))
        if not found.changed:
            self._parts.addWidget(PlainLabel(_("These two texts say the same, word for word.")))
        for title, parts in _by_commitment(found, other):
            self._parts.addWidget(_card(title, parts))


def _by_commitment(found: Comparison, present: AgreementVersion) -> list[tuple[str, list[Part]]]:
    """The changed parts with the title of what they belong to."""
    titles = {one.id: f"{at}. {one.title}" for at, one in enumerate(present.wording.commitments, start=1)}
    grouped: list[tuple[str, list[Part]]] = []
    for part in found.changed:
        title = titles.get(part.subject_id, "")
        if grouped and grouped[-1][1][-1].subject_id == part.subject_id:
            grouped[-1][1].append(part)
        else:
            grouped.append((title, [part]))
    return grouped


def _card(title: str, parts: list[Part]) -> Card:
    card = Card(title)
    for part in parts:
        if part.label:
            card.column.addWidget(PlainLabel(part.label, tone="label"))
        card.column.addWidget(PlainLabel(marked_words(part), selectable=True))
    return card


def marked_words(part: Part) -> str:
    """A part in one paragraph, with what changed in brackets that say so."""
    return "".join(_marked(run.change, run.words) for run in part.runs)


def _marked(change: Change, words: str) -> str:
    if change is Change.SAME:
        return words
    bare = words.strip()
    if not bare:
        return words
    before, after = words[: words.index(bare)], words[words.index(bare) + len(bare) :]
    return f"{before}{_(MARKED[change]).format(words=bare)}{after}"
