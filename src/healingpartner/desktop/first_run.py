"""The first run: begin a practice, open one from this computer, or restore one from a backup.

where and whose → passphrase → making → recovery sheet on paper → two groups typed back → in
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from healingpartner.desktop import opening_keys
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.first_run_restore import RestoreStep
from healingpartner.desktop.first_run_sheet import SheetStep
from healingpartner.desktop.first_run_steps import (
    Beginning,
    MakingStep,
    PassphraseStep,
    PlaceStep,
    WelcomeStep,
    choose_practice,
)
from healingpartner.desktop.front_panel import FrontPage
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.paths import documents_folder
from healingpartner.foundation.voices import Voice
from healingpartner.people.practitioner.acts import set_practitioner
from healingpartner.people.practitioner.model import Practitioner

_FORM_WIDTH = 480


class FirstRun(FrontPage):
    """stands: a new practice is open (its folder). made: its recovery sheet is kept too. chosen: one to unlock."""

    stands = Signal(object)
    made = Signal(object)
    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Begins with the three ways in."""
        super().__init__(form_width=_FORM_WIDTH)
        self._desk = desk
        self._step: QWidget | None = None
        self._beginning = Beginning(folder=Path(), practice_name="", name="")
        self.show_welcome()

    @property
    def step(self) -> QWidget | None:
        """The step in sight."""
        return self._step

    def show_welcome(self) -> None:
        """The three ways in."""
        step = WelcomeStep(tuple(map(Path, self._desk.settings.values.places)))
        step.chosen.connect(self.chosen)
        step.begin.connect(self.show_place)
        step.open_one.connect(lambda: choose_practice(self, documents_folder(), self.chosen.emit))
        step.restore.connect(self.show_restore)
        self._show(step)

    def show_restore(self) -> None:
        """From a backup."""
        step = RestoreStep(self._desk)
        step.back.connect(self.show_welcome)
        step.restored.connect(self.chosen)
        self._show(step)

    def show_place(self) -> None:
        """Whose practice it is, and where it is kept."""
        step = PlaceStep(self._beginning if self._beginning.name else None)
        step.back.connect(self.show_welcome)
        step.done.connect(self._on_place)
        self._show(step)

    def _on_place(self, beginning: Beginning) -> None:
        self._beginning = beginning
        self.show_passphrase()

    def show_passphrase(self) -> None:
        """The passphrase, twice."""
        step = PassphraseStep(about=(self._beginning.name, self._beginning.practice_name))
        step.back.connect(self.show_place)
        step.done.connect(self._make)
        self._show(step)

    def _make(self, passphrase: str) -> None:
        self._show(MakingStep())
        desk, folder = self._desk, self._beginning.folder
        self._desk.runner.open(
            lambda: opening_keys.created(folder, passphrase, clock=desk.clock, entropy=desk.entropy, cost=desk.cost),
            owner=self,
            then=self._on_made,
            sorry=self._on_not_made,
        )

    def _on_not_made(self, problem: Exception) -> None:
        if isinstance(problem, RuleBroken):
            self.show_passphrase()
            if isinstance(self._step, PassphraseStep):
                self._step.first.say(problem.sentence)
            return
        self.show_place()
        if isinstance(self._step, PlaceStep) and isinstance(problem, VaultProblem | Refused):
            self._step.place.say(problem.sentence())

    def _on_made(self, code: str) -> None:
        given = Practitioner(
            name=self._beginning.name, title=self._beginning.title, practice_name=self._beginning.practice_name
        )
        self._desk.runner.do(set_practitioner, given, by=Voice.PRACTITIONER, owner=self)
        step = SheetStep(self._desk, code=code)
        step.kept.connect(self._finish)
        self._show(step)
        self.stands.emit(self._beginning.folder)

    def _finish(self) -> None:
        self._desk.runner.run(
            opening_keys.sheet_is_kept, owner=self, then=lambda _done: self.made.emit(self._beginning.folder)
        )

    def _show(self, step: QWidget) -> None:
        former, self._step = self._step, step
        self.form.addWidget(step)
        step.show()
        if former is not None:
            former.hide()
            self.form.removeWidget(former)
            former.deleteLater()
        step.setFocus()
