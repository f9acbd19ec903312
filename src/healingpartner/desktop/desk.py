"""What every page is handed: the vault thread, the one voice, the look, the settings, the clock, the ways."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from healingpartner.foundation.clock import Clock

if TYPE_CHECKING:
    from healingpartner.desktop.notices import Notices
    from healingpartner.desktop.runner import Runner
    from healingpartner.desktop.settings_store import Settings
    from healingpartner.desktop.theme import Theme
    from healingpartner.vault.calibration import Cost


class Ways(QObject):
    """How a page asks to be somewhere else, without knowing the frame.

    person: (person id, tab name or "") opens that person's page · room: (room name) opens a rail page ·
    new_person: opens the form for a new person ·
    turned: True when the turned view opened, False when it closed (idle time and shortcuts follow it) ·
    discreet: True while someone sits beside the practitioner and the list of people is hidden ·
    lock_now: lock the practice at once (the turned view was closed from outside, say) · backed_up: a backup was made.
    """

    person = Signal(str, str)
    new_person = Signal()
    room = Signal(str)
    turned = Signal(bool)
    discreet = Signal(bool)
    lock_now = Signal()
    backed_up = Signal()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTab:
    """A tab of a person's page. `name` is stable (a place to return to); `title` is marked with N_."""

    name: str
    title: str
    page: "Callable[[Desk, str], QWidget]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Handed to every page's constructor: `class XPage(QWidget): def __init__(self, desk: Desk, …)`.

    person_tabs: what a person's page shows below its header, in order; see `rooms.py`.
    entropy: n random bytes, for keys, ids and whatever is drawn · cost: what unlocking a new practice costs, None to
    measure this computer; the tour gives both, so that it comes out the same every time.
    """

    runner: "Runner"
    notices: "Notices"
    theme: "Theme"
    settings: "Settings"
    clock: Clock
    ways: Ways
    person_tabs: tuple[PersonTab, ...] = ()
    cost: "Cost | None" = None
    entropy: Callable[[int], bytes] = os.urandom
