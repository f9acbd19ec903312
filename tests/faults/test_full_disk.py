"""A disk that fills in the middle of an act: one plain sentence, nothing half-written, and on as before with room."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.people.views import list_rows
from healingpartner.practice import Practice
from healingpartner.vault import migrations, proof

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size there")
LONG = Particulars(legal_name="Mira Rahimi", address="a" * 1_000)


@contextmanager
def no_room_beyond(size: int) -> Iterator[None]:
    """No file of this process may grow beyond `size` bytes."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_an_act_without_room_is_undone_and_said_and_works_once_there_is_room(practice: Practice) -> None:
    practice.do(add_person, LONG, by=Voice.PRACTITIONER)
    before = practice.vault.head()
    wal = practice.vault.place.database.with_name("practice.db-wal")
    with no_room_beyond(wal.stat().st_size + 1_000), pytest.raises(VaultProblem) as told:
        practice.do(add_person, LONG, by=Voice.PRACTITIONER)
    assert told.value.kind in {"disk-full", "disk-trouble"}  # a limit of this process is not called a full disk
    assert "is lost, and what you typed still stands" in told.value.sentence()
    assert practice.vault.head() == before
    assert len(practice.ask(list_rows)) == 1
    practice.do(add_person, LONG, by=Voice.PRACTITIONER)
    assert len(practice.ask(list_rows)) == 2
    found = [step.found for step in proof.present(practice.db, schema=migrations.newest()) if step.found]
    assert found == []
    assert [step.found for step in practice.vault.chain_steps() if step.found] == []
