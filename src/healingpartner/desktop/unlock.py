"""Unlocking: a greeting, the practice's folder, one field. Nothing from inside the practice stands here."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout

from healingpartner.desktop.desk import Desk
from healingpartner.desktop.front_panel import FrontPage
from healingpartner.desktop.kit.buttons import LinkButton, PrimaryButton, QuietButton
from healingpartner.desktop.kit.field import LineField
from healingpartner.desktop.kit.plain_label import ElidedLabel, PlainLabel, TitleLabel
from healingpartner.desktop.notices import sentence_of
from healingpartner.desktop.opening_keys import (
    KEY_FILE_LOST,
    Key,
    Opened,
    opened,
    pause_after_wrong,
    put_key_file_back,
    whole_key_files,
)
from healingpartner.desktop.passphrase_field import PassphraseField
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _, ngettext

_OLDER = ("older-than-seen", "different-history")


def greeting(now: Instant) -> str:
    """By the hour where this computer stands."""
    hour = now.local().hour
    if hour < 5:
        return _("Good evening")
    if hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")


class UnlockPage(FrontPage):
    """trying: a key is being tried (the frame may build itself meanwhile). unlocked: `Opened`. missed: it was not it.

    older: the practice is older than last seen; carries the key, to be tried again once that is confirmed.
    another: begin, open or restore another practice.
    """

    trying = Signal()
    unlocked = Signal(object)
    missed = Signal()
    older = Signal(object, object)
    another = Signal()

    def __init__(self, desk: Desk, folder: Path, *, note: str = "") -> None:
        """`folder`: the practice; `note`: why it was locked, or ""."""
        super().__init__()
        self._desk, self.folder, self._wait = desk, folder, 0
        self._ticking = QTimer(self)
        self._ticking.setInterval(1000)
        self._ticking.timeout.connect(self._tick)
        self.form.addWidget(TitleLabel(greeting(desk.clock.now()), level=1))
        self.form.addWidget(ElidedLabel(folder.name, tone="soft"))
        if note:
            self.form.addWidget(PlainLabel(note, tone="soft"))
        self.form.addSpacing(8)
        self.passphrase = PassphraseField(_("Passphrase"), bare=True)
        self.code = LineField(
            _("Recovery code"), hint=_("From the recovery sheet. Spaces, dashes and small letters are fine.")
        )
        self.unlock_button = PrimaryButton(_("Unlock"), large=True)
        self.sheet_link = LinkButton(_("Use the recovery sheet"))
        self.another_link = LinkButton(_("Another practice…"))
        self.mend_button = QuietButton(_("Put the whole copy back"), icon="arrow-counter-clockwise")
        self.mend_button.clicked.connect(self._put_back)
        self.mend_button.hide()
        self._copies: tuple[Path, ...] = ()
        self.below = PlainLabel(tone="soft")
        links = QHBoxLayout()
        links.addWidget(self.sheet_link)
        links.addStretch(1)
        links.addWidget(self.another_link)
        for part in (self.passphrase, self.code, self.unlock_button, self.mend_button, self.below):
            self.form.addWidget(part)
        self.form.addLayout(links)
        self.passphrase.entered.connect(self.try_key)
        self.code.line.returnPressed.connect(self.try_key)
        self.unlock_button.clicked.connect(self.try_key)
        self._by_sheet = False
        self.sheet_link.clicked.connect(self._switch)
        self.another_link.clicked.connect(self.another)
        self._show_way()
        self._say_below("")

    def try_key(self) -> None:
        """Try what was typed, on the vault thread."""
        if not self.unlock_button.isEnabled():
            return
        with_sheet = self._with_sheet()
        typed = self.code.value() if with_sheet else self.passphrase.value()
        if not typed.strip():
            self._field().say(
                _("Please type the code from the recovery sheet.") if with_sheet else _("Please type your passphrase.")
            )
            return
        self.try_with(Key(passphrase=None if with_sheet else typed, recovery_code=typed if with_sheet else None))

    def try_with(self, key: Key, *, older_is_wanted: bool = False) -> None:
        """Try this key. `older_is_wanted`: an older state was restored on purpose."""
        self.unlock_button.setEnabled(False)
        self._say_below(_("Unlocking…"))
        desk, folder = self._desk, self.folder
        self._desk.runner.open(
            lambda: opened(folder, key, clock=desk.clock, older_is_wanted=older_is_wanted, entropy=desk.entropy),
            owner=self,
            then=self._on_opened,
            sorry=lambda problem: self._on_missed(key, problem),
        )
        self.trying.emit()

    def _on_opened(self, told: Opened) -> None:
        self.passphrase.empty()
        self.code.line.clear()
        self.unlocked.emit(told)

    def _on_missed(self, key: Key, problem: Exception) -> None:
        self.missed.emit()
        self.unlock_button.setEnabled(True)
        self._say_below("")
        if isinstance(problem, VaultProblem) and problem.kind in _OLDER:
            self.older.emit(key, problem)
            return
        self._field().say(sentence_of(problem))
        self._offer_copies(())
        folder, kind = self.folder, problem.kind if isinstance(problem, VaultProblem) else ""
        if kind.startswith("wrong-"):
            self._desk.runner.aside(lambda: pause_after_wrong(folder), owner=self, then=self._pause)
        elif kind in KEY_FILE_LOST:
            self._desk.runner.aside(lambda: whole_key_files(folder), owner=self, then=self._offer_copies)
        self._field().editor.setFocus()
        if not self._with_sheet():
            self.passphrase.line.selectAll()

    def _offer_copies(self, copies: tuple[Path, ...]) -> None:
        """The primary act is the one that helps now: with a whole copy at hand, to put it back."""
        self._copies = copies
        self.mend_button.setVisible(bool(copies))
        if copies:
            self._say_below(_("A whole copy of the key file is at hand. It opens with the passphrase of its own time."))

    def _put_back(self) -> None:
        folder, copy = self.folder, self._copies[0]
        self._offer_copies(())
        self._say_below("")
        self._desk.runner.aside(
            lambda: put_key_file_back(folder, copy), owner=self, then=self._on_put_back, sorry=self._on_not_put_back
        )

    def _on_put_back(self, _done: None) -> None:
        self._field().say("")
        self._say_below(_("The copy is in its place, and the damaged file is kept beside it. Please try once more."))
        self._field().editor.setFocus()

    def _on_not_put_back(self, problem: Exception) -> None:
        self._field().say(sentence_of(problem))
        self._field().editor.setFocus()

    def _pause(self, seconds: int) -> None:
        self._wait = seconds
        if seconds > 0:
            self.unlock_button.setEnabled(False)
            self._say_wait()
            self._ticking.start()

    def _tick(self) -> None:
        self._wait -= 1
        if self._wait <= 0:
            self._ticking.stop()
            self.unlock_button.setEnabled(True)
            self._say_below("")
        else:
            self._say_wait()

    def _say_wait(self) -> None:
        self._say_below(
            ngettext(
                "You can try again in {count} second.", "You can try again in {count} seconds.", self._wait
            ).format(count=self._wait)
        )

    def _say_below(self, words: str) -> None:
        self.below.setText(words)
        self.below.setVisible(bool(words))

    def _with_sheet(self) -> bool:
        return self._by_sheet

    def _field(self) -> PassphraseField | LineField:
        return self.code if self._with_sheet() else self.passphrase

    def _switch(self) -> None:
        self._by_sheet = not self._by_sheet
        self._show_way()

    def _show_way(self) -> None:
        with_sheet = self._with_sheet()
        self.passphrase.setVisible(not with_sheet)
        self.code.setVisible(with_sheet)
        self.sheet_link.set_words(_("Use the passphrase") if with_sheet else _("Use the recovery sheet"))
        self._field().editor.setFocus()
