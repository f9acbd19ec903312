"""A report of a slip names kinds and our own lines, never a word of anyone."""

from healingpartner.desktop.slip_reports import keep_report, lines_of
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.partial_dates import PartialDate


def _slip() -> ValueError:
    try:
        try:
            PartialDate.read("Mira Rahimi was born")
        except ValueError as problem:
            raise ValueError("Mira Rahimi") from problem
    except ValueError as problem:
        return problem
    raise AssertionError


def test_a_report_holds_kinds_and_own_frames_but_no_message() -> None:
    report = "\n".join(lines_of(_slip()))
    assert "builtins.ValueError" in report
    assert "foundation/partial_dates.py:" in report
    assert "Mira" not in report


def test_a_report_is_kept_for_its_owner_alone() -> None:
    path = keep_report(_slip(), SystemClock())
    assert path.stat().st_mode & 0o777 == 0o600
    assert "Mira" not in path.read_text("utf-8")


def test_only_the_newest_reports_stay() -> None:
    for _ in range(25):
        path = keep_report(_slip(), SystemClock())
    assert len(list(path.parent.glob("slip-*.txt"))) <= 20
