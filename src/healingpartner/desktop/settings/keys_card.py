"""The two keys: changing the passphrase, and making a new recovery sheet."""

from PySide6.QtWidgets import QWidget

from healingpartner.desktop import opening_keys
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.first_run_sheet import SheetStep
from healingpartner.desktop.first_run_steps import PassphraseStep
from healingpartner.desktop.kit.buttons import LinkButton, QuietButton
from healingpartner.desktop.kit.card import Card
from healingpartner.desktop.kit.flow_layout import FlowLayout
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.notice_panels import Scrim
from healingpartner.foundation.words import _
from healingpartner.practice import Practice


class KeysCard(Card):
    """Both need the passphrase first: an open practice alone must not give new keys away."""

    def __init__(self, desk: Desk) -> None:
        """Two buttons."""
        super().__init__(_("Passphrase and recovery sheet"))
        self._desk = desk
        self.column.addWidget(
            PlainLabel(
                _("An older copy of the keys file still opens with the passphrase it was made with."), tone="soft"
            )
        )
        self.passphrase_button = QuietButton(_("Change the passphrase"), icon="key")
        self.sheet_button = QuietButton(_("Make a new recovery sheet"), icon="file-text")
        self.passphrase_button.clicked.connect(self._ask_before_passphrase)
        self.sheet_button.clicked.connect(self._ask_before_sheet)
        row = FlowLayout(gap=8)
        row.addWidget(self.passphrase_button)
        row.addWidget(self.sheet_button)
        self.column.addLayout(row)

    def _ask_before_passphrase(self) -> None:
        self._desk.notices.ask_passphrase(
            _("To choose a new one, please type the present one."),
            then=lambda right: self._choose_passphrase() if right else None,
        )

    def _choose_passphrase(self) -> None:
        panel = _StepPanel(self)
        step = PassphraseStep(about=())
        step.go.set_words(_("Use this passphrase"))
        step.done.connect(lambda passphrase: self._change(panel, passphrase))
        step.back.connect(panel.leave)
        panel.show_step(step)
        self._desk.notices.show_panel(panel)

    def _change(self, panel: Scrim, passphrase: str) -> None:
        panel.leave()
        cost = self._desk.cost
        self._desk.runner.run(
            lambda practice: practice.change_passphrase(passphrase, cost=cost),
            owner=self,
            then=lambda _done: self._desk.notices.say(_("From now on the new passphrase opens this practice.")),
        )

    def _ask_before_sheet(self) -> None:
        self._desk.notices.ask_passphrase(
            _("A new sheet makes the former one worthless. Please type your passphrase."),
            then=lambda right: self._make_sheet() if right else None,
        )

    def _make_sheet(self) -> None:
        self._desk.runner.run(_new_sheet, owner=self, then=self._show_sheet)

    def _show_sheet(self, code: str) -> None:
        panel = _StepPanel(self)
        step = SheetStep(self._desk, code=code)
        step.go.set_words(_("The sheet is right"))
        step.kept.connect(panel.leave)
        step.kept.connect(lambda: self._desk.runner.run(opening_keys.sheet_is_kept, owner=self))
        step.kept.connect(lambda: self._desk.notices.say(_("The new recovery sheet is in force.")))
        panel.show_step(step)
        later = LinkButton(_("Finish later"))
        later.clicked.connect(panel.leave)
        panel.inside.addWidget(later)
        self._desk.notices.show_panel(panel)


class _StepPanel(Scrim):
    def __init__(self, page: KeysCard) -> None:
        super().__init__(page.window())
        self.setAccessibleName(page.title.text())

    def show_step(self, step: QWidget) -> None:
        """The step, scrolling where the window is low for its text."""
        column = self.scrolls(self.accessibleName())
        column.addWidget(step)
        column.addStretch(1)
        self._first = step

    def first_focus(self) -> QWidget:
        return self._first


def _new_sheet(practice: Practice) -> str:
    code = practice.new_recovery_code()
    practice.vault.set_setting(opening_keys.SHEET_SETTING, opening_keys.SHEET_WAITS)
    return code
