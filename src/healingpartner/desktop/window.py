"""The one window: its title never changes, and it shows one scene at a time."""

from collections.abc import Callable

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from healingpartner.foundation.words import _

_FIRST_SIZE = (1280, 820)
_LEAST_SIZE = (760, 520)


class Window(QMainWindow):
    """Holds the scene: a page in front of the practice, or the frame of an open one."""

    def __init__(self) -> None:
        """Empty; `show_scene` fills it."""
        super().__init__()
        self.setWindowTitle(_("Healing Partner"))
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        self.may_close: Callable[[], bool] = lambda: True

    def show_scene(self, scene: QWidget) -> None:
        """Show `scene`; the one before is destroyed with all it showed."""
        former = self.takeCentralWidget()
        self.setCentralWidget(scene)
        scene.show()
        if former is not None:
            former.hide()
            former.deleteLater()

    def scene(self) -> QWidget | None:
        """What is shown now."""
        return self.centralWidget()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            event.accept()
        else:
            event.ignore()
