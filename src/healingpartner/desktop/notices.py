"""The one voice: everything the program says of its own accord is said here, inside the window.

Toasts go by themselves, banners stay until read, questions wait with verbs on their buttons. There are no
message boxes. Every text is plain text, so nothing a person typed can become markup.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from healingpartner.desktop.kit.announce import announce
from healingpartner.desktop.notice_panels import Line, PassphrasePanel, QuestionPanel, Scrim
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.words import _

TOAST_MS = 8000
_WIDEST = 640
_MOST_LINES = 4

CheckPassphrase = Callable[[str, Callable[[bool], None]], None]
Report = Callable[[BaseException], object]


class Notices(QWidget):
    """Sits over its host's lower edge; as high as what it has to say, and out of the way otherwise."""

    def __init__(self, host: QWidget, *, report: Report | None = None) -> None:
        """`host`: the window (or page) to speak in. `report`: keeps a local report of a bug."""
        super().__init__(host)
        self._host = host
        self._report = report
        self._check: CheckPassphrase | None = None
        self._stand_in: Notices | None = None
        self._open_panels: list[Scrim] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 20)
        self._lines.setSpacing(8)
        self.setAccessibleName(_("Notices"))
        host.installEventFilter(self)
        self.hide()

    # -- saying -------------------------------------------------------------------------------------

    def say(self, text: str, *, undo: Callable[[], None] | None = None, undo_label: str = "") -> None:
        """A line that goes by itself; with `undo`, a button beside it takes the act back."""
        line = Line(self, text, action=undo_label or _("Undo") if undo else "", warns=False)
        if undo is not None:
            line.chosen.connect(undo)
        self._add(line)
        line.leave_after(TOAST_MS)

    def warn(self, text: str, *, then: str = "") -> None:
        """A line that stays until it is closed: what happened, and what to do next."""
        self._add(Line(self, " ".join(part for part in (text, then) if part), action="", warns=True))

    def ask(
        self,
        question: str,
        *,
        yes: str,
        no: str,
        then: Callable[[bool], None],
        more: str = "",
        over: QWidget | None = None,
    ) -> None:
        """A question in the window. `yes` and `no` are verbs; Escape and the first focus mean `no`."""
        panel = QuestionPanel(over or self._host, question, yes=yes, no=no, more=more)
        panel.answered.connect(then)
        self.show_panel(panel)

    def ask_passphrase(
        self,
        why: str,
        *,
        then: Callable[[bool], None],
        over: QWidget | None = None,
        check: CheckPassphrase | None = None,
    ) -> None:
        """Ask for the practitioner's passphrase (to leave the turned view, say). `over`: the window to ask in.

        `then(True)` once the passphrase was right; `then(False)` when the panel was left without it. `check`: who
        checks it, when something is made of it at once.
        """
        checked_by = check or self._check
        if checked_by is None:
            raise RuntimeError("nobody is there to check a passphrase")
        panel = PassphrasePanel(over or self._host, why, check=checked_by)
        panel.answered.connect(then)
        self.show_panel(panel)

    def check_passphrases_by(self, check: CheckPassphrase) -> None:
        """`check(passphrase, told)` checks on the vault thread and calls `told(right)` on the GUI thread."""
        self._check = check

    def tell_troubles_in(self, other: "Notices") -> None:
        """While `other` stands in sight, troubles are told there: a turned screen hides the window of this one."""
        self._stand_in = other

    def trouble(self, problem: BaseException) -> None:
        """Something nobody took: a problem of the vault in its own words; anything else as a slip of the program."""
        other = self._stand_in
        if other is not None and isValid(other) and other.host.isVisible() and other.host is not self._host:
            other.trouble(problem)
            return
        if isinstance(problem, VaultProblem | Refused | RuleBroken):
            self.warn(sentence_of(problem))
        else:
            if self._report is not None:
                self._report(problem)
            self.warn(
                _("Something in the program itself went wrong. What was saved is safe, and drafts are kept."),
                then=_("You can go on. If it happens again, lock and start anew; a report without any names is kept."),
            )

    # -- state --------------------------------------------------------------------------------------

    @property
    def host(self) -> QWidget:
        """Where it speaks."""
        return self._host

    @property
    def report(self) -> Report | None:
        """What keeps a local report of a bug."""
        return self._report

    @property
    def asking(self) -> bool:
        """Whether a question is open (shortcuts of the frame wait for its answer)."""
        return bool(self._open_panels)

    def texts(self) -> tuple[str, ...]:
        """What is being said now, oldest first."""
        return tuple(line.text for line in self.findChildren(Line) if not line.leaving)

    def clear(self) -> None:
        """Take everything back: lines, and open questions without an answer (before locking)."""
        for line in self.findChildren(Line):
            line.leave()
        for panel in tuple(self._open_panels):
            panel.leave()

    # -- inside -------------------------------------------------------------------------------------

    def _add(self, line: Line) -> None:
        for old in [each for each in self.findChildren(Line) if each is not line and each.text == line.text]:
            old.leave()
        staying = [each for each in self.findChildren(Line) if not each.leaving]
        for old in staying[: max(0, len(staying) - _MOST_LINES)]:
            old.leave()
        line.gone.connect(lambda: QTimer.singleShot(0, self, self._place))
        self._lines.addWidget(line)
        # A line not shown yet counts for nothing in the layout, and the stack would be too low for it.
        line.show()
        self._place()
        QTimer.singleShot(0, self, self._place)
        announce(self, line.text)

    def show_panel(self, panel: Scrim) -> None:
        """Show a panel of one's own (the palette, the help) over its host; one at a time."""
        for open_one in tuple(self._open_panels):
            open_one.leave()
        self._open_panels.append(panel)
        panel.closed.connect(lambda: self._open_panels.remove(panel))
        panel.open()

    def _place(self) -> None:
        if not any(not line.leaving for line in self.findChildren(Line)):
            self.hide()
            return
        width = min(_WIDEST, self._host.width() - 32)
        self.setFixedWidth(max(width, 200))
        self._lines.invalidate()
        lines = self._lines
        high = lines.heightForWidth(self.width()) if lines.hasHeightForWidth() else lines.sizeHint().height()
        size = QSize(self.width(), high)
        self.setGeometry(
            (self._host.width() - size.width()) // 2, self._host.height() - size.height(), size.width(), size.height()
        )
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the lower edge of the host."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def setVisible(self, visible: bool) -> None:
        """Shown only while there is something to say."""
        super().setVisible(visible and any(not line.leaving for line in self.findChildren(Line)))


def sentence_of(problem: BaseException) -> str:
    """The plain words that a RuleBroken, Refused or VaultProblem carries; "" for anything else."""
    if isinstance(problem, VaultProblem | Refused):
        return problem.sentence()
    return problem.sentence if isinstance(problem, RuleBroken) else ""
