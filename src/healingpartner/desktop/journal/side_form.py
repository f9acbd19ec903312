"""Eight statements to answer, one below the other: five levels each, or “not now” and its like; and a few own words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel, TitleLabel
from healingpartner.desktop.kit.scale import Scale
from healingpartner.desktop.kit.text_field import TextField
from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.reflections.model import Side
from healingpartner.journal.reflections.statements import (
    DOMAIN_WORDS,
    INSTEAD_WORDS,
    LEVEL_WORDS,
    LEVELS,
    STATEMENTS,
    Domain,
    Instead,
)


class StatementRow(QWidget):
    """One statement and its answer. `changed` at each change by hand."""

    changed = Signal()

    def __init__(self, domain: Domain, voice: Voice) -> None:
        """`voice`: whose statement it is."""
        super().__init__()
        self.domain = domain
        statement = _(STATEMENTS[voice][domain])
        self.scale = Scale(statement, steps=[_(LEVEL_WORDS[level]) for level in LEVELS], voice=voice)
        self._instead: dict[Instead, QuietButton] = {}
        self._sentence = PlainLabel(tone="warn")
        self._sentence.hide()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        others = FlowLayout(gap=6)
        for one, words in INSTEAD_WORDS.items():
            button = QuietButton(_(words))
            button.setCheckable(True)
            button.setAccessibleName(_("{question} {answer}").format(question=statement, answer=_(words)))
            button.clicked.connect(lambda _on=False, one=one: self._choose(one))
            self._instead[one] = button
            others.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(4)
        column.addWidget(PlainLabel(_(DOMAIN_WORDS[domain]), tone="yours" if voice is Voice.PATIENT else "mine"))
        column.addWidget(TitleLabel(statement, level=3))
        column.addWidget(self.scale)
        column.addLayout(others)
        column.addWidget(self._sentence)
        self.scale.chosen.connect(self._level_chosen)

    def level(self) -> int | None:
        """The level chosen."""
        return self.scale.value()

    def instead(self) -> Instead | None:
        """What is chosen in place of a level."""
        return next((one for one, button in self._instead.items() if button.isChecked()), None)

    def show_answer(self, level: int | None, instead: Instead | None) -> None:
        """Show an answer without saying that it was given."""
        self.scale.set_value(level)
        for one, button in self._instead.items():
            button.setChecked(one is instead)

    def say(self, sentence: str) -> None:
        """A rule's sentence below it."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def _choose(self, one: Instead) -> None:
        on = self._instead[one].isChecked()
        self.show_answer(None if on else self.level(), one if on else None)
        self.changed.emit()

    def _level_chosen(self, _step: int) -> None:
        self.show_answer(self.level(), None)
        self.changed.emit()


class SideForm(QWidget):
    """One side of a reflection. `changed` at each change by hand."""

    changed = Signal()

    def __init__(self, voice: Voice) -> None:
        """Nothing is answered beforehand."""
        super().__init__()
        self.rows: Mapping[Domain, StatementRow] = {domain: StatementRow(domain, voice) for domain in Domain}
        self.valued = TextField(_("One thing I valued"), lines=2)
        self.next_time = TextField(_("One thing I would like next time"), lines=2)
        self.feels = TextField(_("How our work together feels to me"), lines=2)
        self.feels.setVisible(voice is Voice.PRACTITIONER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for row in self.rows.values():
            row.changed.connect(self.changed)
            column.addWidget(row)
        for field in (self.valued, self.next_time, self.feels):
            field.changed.connect(self.changed)
            column.addWidget(field)

    def side(self) -> Side:
        """What is answered so far."""
        return Side(
            levels={domain: level for domain, row in self.rows.items() if (level := row.level()) is not None},
            instead={domain: other for domain, row in self.rows.items() if (other := row.instead()) is not None},
            valued=self.valued.value(),
            next_time=self.next_time.value(),
            feels=self.feels.value(),
        )

    def show_side(self, side: Side) -> None:
        """What was answered before."""
        for domain, row in self.rows.items():
            row.show_answer(side.levels.get(domain), side.instead.get(domain))
        for field, words in ((self.valued, side.valued), (self.next_time, side.next_time), (self.feels, side.feels)):
            field.set_value(words)

    def say(self, broken: RuleBroken) -> bool:
        """Show a rule's sentence beside its line; False where it belongs to none of them."""
        row = next((row for domain, row in self.rows.items() if domain.value == broken.field), None)
        field = {"valued": self.valued, "next_time": self.next_time, "feels": self.feels}.get(broken.field)
        if row is not None:
            row.say(broken.sentence)
            row.scale.setFocus()
        elif field is not None:
            field.say(broken.sentence)
            field.setFocus()
        return row is not None or field is not None
