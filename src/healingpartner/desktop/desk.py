"""What every page is handed: the vault thread, the one voice, the look, the settings, the clock, the ways."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from healingpartner.foundation.clock import Clock

if TYPE_CHECKING:
    from healingpartner.desktop.notices import Notices
    from healingpartner.desktop.runner import Runner
    from healingpartner.desktop.settings_store import Settings
    from healingpartner.desktop.theme import Theme


class Ways(QObject):
    """How a page asks to be somewhere else, without knowing the frame.

    person: (person id, tab name or "") opens that person's page · room: (room name) opens a rail page ·
    turned: True when the turned view opened, False when it closed (idle time and shortcuts follow it) ·
    lock_now: lock the practice at once (the turned view was closed from outside, say).
    """

    person = Signal(str, str)
    room = Signal(str)
    turned = Signal(bool)
    lock_now = Signal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Handed to every page's constructor: `class XPage(QWidget): def __init__(self, desk: Desk, …)`."""

    runner: "Runner"
    notices: "Notices"
    theme: "Theme"
    settings: "Settings"
    clock: Clock
    ways: Ways
