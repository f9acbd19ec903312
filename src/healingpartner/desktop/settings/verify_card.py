"""Verifying the practice now: every line of the ledger, every row, every attached file."""

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.kit.buttons import QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.notices import sentence_of
from healingpartner.foundation.words import _, ngettext
from healingpartner.practice import Practice
from healingpartner.vault.checks import slices
from healingpartner.vault.proof import Finding, Step


class VerifyCard(Card):
    """Runs in slices on the vault thread, so that work can go on meanwhile; reading only."""

    def __init__(self, desk: Desk) -> None:
        """Does nothing until asked."""
        super().__init__(_("Is everything as it was written?"))
        self._desk = desk
        self._steps: Iterator[Step] | None = None
        self._found: list[Finding] = []
        self.column.addWidget(
            PlainLabel(_("Follows the whole ledger and compares every row and file with it. Nothing is changed."))
        )
        self.button = QuietButton(_("Verify the practice now"), icon="seal-check")
        self.button.clicked.connect(self.begin)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Verifying"))
        self.bar.hide()
        self.said = PlainLabel()
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.said)

    def begin(self) -> None:
        """Verify from the beginning."""
        self._steps, self._found = None, []
        self.button.setEnabled(False)
        self.said.setText("")
        self.bar.setRange(0, 0)
        self.bar.show()
        self._ask()

    def _ask(self) -> None:
        self._desk.runner.try_run(
            self._one, owner=self, then=self._seen, sorry=lambda problem: self._end(sentence_of(problem))
        )

    def _one(self, practice: Practice) -> Step | None:
        if self._steps is None:
            self._steps = _all_steps(practice)
        return next(self._steps, None)

    def _seen(self, step: Step | None) -> None:
        if step is not None:
            self._found += step.found
            self.bar.setRange(0, max(1, step.whole))
            self.bar.setValue(step.done)
            self._ask()
        elif self._found:
            count = len(self._found)
            first = self._found[0]
            self._end(
                ngettext(
                    "{count} part is not as it was written: {where}. {what}",
                    "{count} parts are not as they were written. The first: {where}. {what}",
                    count,
                ).format(count=count, where=first.where, what=_(first.sentence))
            )
        else:
            self._end(_("Everything is as it was written."))

    def _end(self, words: str) -> None:
        self.bar.hide()
        self.button.setEnabled(True)
        self.said.setText(words)


def _all_steps(practice: Practice) -> Iterator[Step]:
    yield from slices(practice.vault)
    yield from practice.files.verify_all()
