"""One registry of everything that can be done by a key: palette, menus and the shortcut help read it.

An id and a key sequence belong to one act only. An act that cannot be done says why instead of being grey.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskAct:
    """An act of the frame or of a room.

    id: stable, "room.verb" · text: what it does, a verb first · keys: portable text of the shortcut, or "" ·
    why_not: a sentence when it cannot be done now, "" when it can · listed: whether the palette offers it ·
    bound: False when a widget hears the key itself (Escape) · always: also while a question is open ·
    in_help: other words for the keys in the help; "-" leaves it out.
    """

    id: str
    text: str
    run: Callable[[], None]
    keys: str = ""
    why_not: Callable[[], str] | None = None
    icon: str = "caret-right"
    listed: bool = True
    bound: bool = True
    always: bool = False
    in_help: str = ""


class Actions(QObject):
    """The registry of one window. Acts of a page leave with the page (`owner`)."""

    def __init__(self, window: QWidget, *, say: Say, silent: Callable[[], bool] = lambda: False) -> None:
        """`say` speaks the reason of an act that cannot be done; while `silent()` no key does anything."""
        super().__init__(window)
        self._window, self._say, self._silent = window, say, silent
        self._acts: dict[str, tuple[DeskAct, QAction]] = {}

    def add(self, act: DeskAct, *, owner: QObject | None = None) -> QAction:
        """Register an act. ValueError when its id or its keys are taken."""
        if act.id in self._acts:
            raise ValueError(f"two acts of one name: {act.id}")
        keys = QKeySequence(act.keys, QKeySequence.SequenceFormat.PortableText)
        if act.keys and any(keys == QKeySequence(other.keys) for other, _ in self._acts.values() if other.keys):
            raise ValueError(f"two acts of one key: {act.keys}")
        action = QAction(act.text, self._window)
        if act.keys and act.bound:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda: self.run(act.id))
        self._window.addAction(action)
        self._acts[act.id] = (act, action)
        if owner is not None:
            owner.destroyed.connect(lambda: self.take_out(act.id))
        return action

    def take_out(self, act_id: str) -> None:
        """Remove an act; nothing happens when it is not there."""
        if act_id in self._acts:
            _act, action = self._acts.pop(act_id)
            self._window.removeAction(action)
            action.deleteLater()

    def run(self, act_id: str) -> None:
        """Do it, or say why not."""
        act, _action = self._acts[act_id]
        if self._silent() and not act.always:
            return
        reason = act.why_not() if act.why_not is not None else ""
        if reason:
            self._say(reason)
        else:
            act.run()

    def action(self, act_id: str) -> QAction:
        """The QAction, for a button or a menu. KeyError for an unknown id."""
        return self._acts[act_id][1]

    def listed(self) -> tuple[DeskAct, ...]:
        """What the palette offers, in the order of registering."""
        return tuple(act for act, _ in self._acts.values() if act.listed)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """(keys as this system writes them, text) of every act with a shortcut, for the help."""
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(
            (act.in_help or QKeySequence(act.keys).toString(native), act.text)
            for act, _ in self._acts.values()
            if act.keys and act.in_help != "-"
        )
