"""Rest is measured, sleep is noticed, and a turned view gets a minute's notice."""

import pytest
from pytestqt.qtbot import QtBot

from healingpartner.desktop.locking import NOTICE_SECONDS, RestWatch
from healingpartner.desktop.settings_store import Settings
from healingpartner.foundation.clock import Instant


class HandClock:
    """A clock moved by hand: `steady` stands still while the computer sleeps, `wall` does not."""

    def __init__(self) -> None:
        self.steady = 1000.0
        self.wall = 1_700_000_000.0

    def now(self) -> Instant:
        return Instant(utc_us=int(self.wall * 1_000_000), offset_min=0, zone="UTC")

    def ticks(self) -> float:
        return self.steady

    def rest(self, seconds: float) -> None:
        self.steady += seconds
        self.wall += seconds


@pytest.fixture
def watched(qtbot: QtBot) -> tuple[HandClock, RestWatch, list[str]]:
    clock, settings, heard = HandClock(), Settings(), list[str]()
    watch = RestWatch(clock, settings, settings)
    watch.due.connect(lambda: heard.append("due"))
    watch.notice.connect(lambda: heard.append("notice"))
    watch.back.connect(lambda: heard.append("back"))
    watch.begin()
    watch._keep = settings
    yield clock, watch, heard
    watch.stop()


def test_five_minutes_of_rest_lock_and_less_does_not(watched: tuple[HandClock, RestWatch, list[str]]) -> None:
    clock, watch, heard = watched
    clock.rest(299)
    watch.look()
    assert heard == []
    clock.rest(2)
    watch.look()
    assert heard == ["due"]


def test_a_sign_of_life_begins_the_rest_anew(watched: tuple[HandClock, RestWatch, list[str]]) -> None:
    clock, watch, heard = watched
    clock.rest(290)
    watch.touched()
    clock.rest(290)
    watch.look()
    assert heard == []


def test_sleeping_longer_than_the_rest_locks_on_waking(watched: tuple[HandClock, RestWatch, list[str]]) -> None:
    clock, watch, heard = watched
    clock.wall += 3600
    watch.look()
    assert heard == ["due"]


def test_the_turned_view_has_its_own_rest_and_a_minutes_notice(
    watched: tuple[HandClock, RestWatch, list[str]],
) -> None:
    clock, watch, heard = watched
    watch.hold("turned", True)
    clock.rest(899)
    watch.look()
    assert heard == []
    clock.rest(2)
    watch.look()
    assert heard == ["notice"]
    clock.rest(NOTICE_SECONDS - 5)
    watch.look()
    assert heard == ["notice"]
    clock.rest(10)
    watch.look()
    assert heard == ["notice", "due"]


def test_coming_back_within_the_minute_goes_on_where_it_was(watched: tuple[HandClock, RestWatch, list[str]]) -> None:
    clock, watch, heard = watched
    watch.hold("turned", True)
    clock.rest(901)
    watch.look()
    watch.touched()
    clock.rest(120)
    watch.look()
    assert heard == ["notice", "back"]


def test_when_the_turned_view_closes_the_shorter_rest_counts_again(
    watched: tuple[HandClock, RestWatch, list[str]],
) -> None:
    clock, watch, heard = watched
    watch.hold("turned", True)
    watch.hold("turned", False)
    clock.rest(301)
    watch.look()
    assert heard == ["due"]
