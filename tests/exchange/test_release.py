"""Nothing leaves unlogged, and what did not leave is logged as having stayed."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from healingpartner.exchange import release
from healingpartner.foundation.errors import Refused
from healingpartner.practice import Practice
from healingpartner.vault.canonical import sha256_hex
from healingpartner.vault.releases import Outcome, Way, log_of, whole_log

PURPOSE = release.Purpose(what="Agreement", to_whom="Mira", why="her own copy", person_id="p")


@dataclass(frozen=True)
class Page:
    """A document of some bytes."""

    pdf: bytes = b"%PDF-1.7 a page"


def test_a_saved_page_is_written_whole_and_logged_with_its_hash(practice: Practice, tmp_path: Path) -> None:
    released = release.save(practice, Page(), PURPOSE, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == Page().pdf
    assert log_of(practice.db, "p") == (released,)
    assert (released.outcome, released.way, released.sha256) == (Outcome.LEFT, Way.SAVED, sha256_hex(Page().pdf))


def test_a_page_that_cannot_be_saved_stays_and_says_so(practice: Practice, tmp_path: Path) -> None:
    with pytest.raises(Refused) as told:
        release.save(practice, Page(), PURPOSE, tmp_path / "no such folder" / "copy.pdf")
    assert "Nothing left" in told.value.sentence()
    assert [entry.outcome for entry in whole_log(practice.db)] == [Outcome.STAYED]
    assert list(tmp_path.rglob("*.part")) == []


def test_a_page_is_logged_before_the_printer_has_it(practice: Practice) -> None:
    seen = []
    release.print_out(practice, Page(), PURPOSE, lambda: seen.append(log_of(practice.db, "p")[0].outcome))
    assert seen == [Outcome.LEAVING]
    assert log_of(practice.db, "p")[0].outcome is Outcome.LEFT


def test_a_printer_that_breaks_leaves_the_log_saying_it_stayed(practice: Practice) -> None:
    def jam() -> None:
        raise OSError

    with pytest.raises(OSError):
        release.print_out(practice, Page(), PURPOSE, jam)
    assert log_of(practice.db, "p")[0].outcome is Outcome.STAYED


def test_to_whom_and_why_are_kept_as_one_clean_line(practice: Practice, tmp_path: Path) -> None:
    purpose = release.Purpose(what="Agreement", to_whom="Mira\n\x00 Rahimi", why="  asked  ", person_id=None)
    released = release.save(practice, Page(), purpose, tmp_path / "copy.pdf")
    assert (released.to_whom, released.why, released.person_id) == ("Mira Rahimi", "asked", None)


def test_no_readable_page_is_saved_into_the_practices_own_folder(practice: Practice) -> None:
    inside = practice.vault.place.folder
    for place in (
        inside / "copy.pdf",
        inside / "files" / "copy.pdf",
        inside.parent / inside.name / "x" / ".." / "c.pdf",
    ):
        with pytest.raises(Refused):
            release.save(practice, Page(), PURPOSE, place)
    assert whole_log(practice.db) == ()
    assert list(inside.rglob("*.pdf")) == []
