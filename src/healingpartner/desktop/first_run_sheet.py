"""The recovery sheet: put it on paper or into a file, then type two of its groups back."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.first_run_steps import Step
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import PlainLabel
from healingpartner.desktop.leaving import Leaving
from healingpartner.desktop.recovery_sheet import sheet_maker, sheet_purpose
from healingpartner.foundation.words import _
from healingpartner.vault.recovery_code import groups, is_group

_WHOLE_GROUPS = 8


class SheetStep(Step):
    """kept: the sheet exists outside the computer's memory, and two groups of it were typed back."""

    kept = Signal()

    def __init__(self, desk: Desk, *, code: str) -> None:
        """`code`: shown on the sheet, and on the screen only when asked for."""
        super().__init__(
            _("Your recovery sheet"),
            _(
                "If you ever forget the passphrase, this sheet is the only other way in. Keep it where you keep "
                "important papers, not beside this computer."
            ),
        )
        self._groups = groups(code)
        self._is_out = False
        self._asked = sorted(_two_of_them(desk.entropy))
        self._leaving = Leaving(desk, self)
        self._make = sheet_maker(code, settings=desk.settings)
        self.print_button = PrimaryButton(_("Print the sheet"), icon="printer")
        self.save_button = QuietButton(_("Save it as a PDF"), icon="floppy-disk")
        self.hand_button = LinkButton(_("Copy it by hand instead"))
        self.print_button.clicked.connect(lambda: self._leaving.print_out(self._make, sheet_purpose(), self._out))
        self.save_button.clicked.connect(
            lambda: self._leaving.save(self._make, sheet_purpose(), _("Recovery sheet"), self._out)
        )
        self.hand_button.clicked.connect(self._show_code)
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.hand_button)
        self.code = PlainLabel("   ".join(self._groups), tone="strong")
        self.code.hide()
        self.column.addWidget(self.code)
        self._lay_out_typing()

    def _lay_out_typing(self) -> None:
        self.typing = QWidget()
        column = QVBoxLayout(self.typing)
        column.setContentsMargins(0, 12, 0, 0)
        column.addWidget(PlainLabel(_("To be sure that it can be read, type two groups from your sheet."), tone="soft"))
        self.fields = [LineField(_("Group {number} of the code").format(number=number + 1)) for number in self._asked]
        for field in self.fields:
            column.addWidget(field)
            field.line.returnPressed.connect(self.check)
        self.go = QuietButton(_("Open the practice"))
        self.go.clicked.connect(self.check)
        column.addWidget(self.go)
        self.column.addWidget(self.typing)
        self.typing.hide()

    def check(self) -> None:
        """Go on when both groups are the ones on the sheet."""
        right = True
        for number, field in zip(self._asked, self.fields, strict=True):
            matches = is_group(field.value(), self._groups[number])
            field.say("" if matches else _("That is not group {number} of the sheet.").format(number=number + 1))
            right = right and matches
        if right:
            self.kept.emit()

    def _show_code(self) -> None:
        if self.code.isVisible():
            self.code.hide()
            self.hand_button.set_words(_("Copy it by hand instead"))
            self._out()
            return
        self.typing.hide()
        self.code.show()
        self.hand_button.set_words(_("I have copied it"))

    def _out(self) -> None:
        self._is_out = True
        self.code.hide()
        self.typing.show()
        self.fields[0].setFocus()


def _two_of_them(entropy: Callable[[int], bytes]) -> list[int]:
    """Two of the whole groups, drawn anew for every sheet."""
    first = entropy(1)[0] % _WHOLE_GROUPS
    return [first, (first + 1 + entropy(1)[0] % (_WHOLE_GROUPS - 1)) % _WHOLE_GROUPS]
