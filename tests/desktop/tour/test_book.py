"""The book of a tour tells what held, what did not, and what was there instead."""

import json
from pathlib import Path

from healingpartner.desktop.tour.book import Book


def test_a_step_is_written_down_with_the_pictures_taken_since_the_one_before(tmp_path: Path) -> None:
    book = Book(tmp_path)
    book.next_screen("welcome").write_bytes(b"")
    book.next_paper("sheet").write_bytes(b"")
    book.note("It opens", held=True, seen="Welcome")
    book.next_screen("form").write_bytes(b"")
    book.note("It asks", held=False, seen="nothing")
    told = json.loads((tmp_path / "tour.json").read_text("utf-8"))
    assert (told["kind"], told["version"]) == ("healingpartner.tour", 1)
    assert [step["screens"] for step in told["steps"]] == [["01-welcome.png"], ["02-form.png"]]
    assert [step["papers"] for step in told["steps"]] == [["sheet.pdf"], []]
    assert [step["held"] for step in told["steps"]] == [True, False]
    assert not book.held()


def test_a_tour_without_steps_has_not_held(tmp_path: Path) -> None:
    assert not Book(tmp_path).held()


def test_pictures_and_papers_of_an_earlier_tour_are_taken_away(tmp_path: Path) -> None:
    Book(tmp_path).next_screen("old").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    Book(tmp_path)
    assert list(tmp_path.glob("screens/*")) == []
    assert (tmp_path / "notes.txt").exists()
