"""Which rooms the frame shows: adding one is one line here. Only rooms that work are listed.

A rail page is made when it is first opened; a person's tab when it is first shown. The page of the room "people"
takes three kinds of place in `return_to`: "<person id>/<tab name or nothing>", "new" (the form for a new
person) and "" (the list).
"""

from collections.abc import Callable
from dataclasses import dataclass

from healingpartner.desktop.desk import Desk, PersonTab
from healingpartner.desktop.page import Page
from healingpartner.foundation.words import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """An entry of the rail. `name` is stable; `title` is marked with N_; `icon` a file of resources/icons."""

    name: str
    title: str
    icon: str
    page: Callable[[Desk], Page]


def _settings_page(desk: Desk) -> Page:
    from healingpartner.desktop.settings.page import SettingsPage

    return SettingsPage(desk)


SETTINGS = Room(name="settings", title=N_("Settings"), icon="gear", page=_settings_page)
ROOMS: tuple[Room, ...] = ()
PERSON_TABS: tuple[PersonTab, ...] = ()
