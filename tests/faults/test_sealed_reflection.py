"""A patient's sealed side cannot be read with anything the practitioner holds: not in the open practice, not in a
draft, the write-ahead log, the ledger, the index or a backup. Only the six words open it.
"""

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from conftest import LEAST_COST
from healingpartner.foundation.clock import SteppingClock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.journal.reflections import acts, store
from healingpartner.journal.reflections.model import Side
from healingpartner.journal.reflections.statements import Domain
from healingpartner.practice import Practice, open_practice
from healingpartner.vault.backup import back_up
from healingpartner.vault.drafts import Draft
from healingpartner.vault.reading import Value
from healingpartner.vault.sealed_box import Opener, SealedTo, deal
from healingpartner.vault.search import find
from journal.writing import DESK, ENTROPY, OTHER, add, begun, levels, reflection

WORD = "quillzanhidden"
SIDE = Side(levels={Domain.HOPE: 1, Domain.SAFETY: 0}, valued=f"You waited, {WORD}.", next_time=WORD.upper())


def forms() -> tuple[bytes, ...]:
    """The word in every form that a column or a file could hold it."""
    plain = (WORD, WORD.upper(), WORD.encode().hex(), WORD.upper().encode().hex())
    encoded = [each.encode(coding) for each in plain for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    return (*encoded, *(base64.b64encode(b"x" * shift + WORD.encode())[4:-4] for shift in range(3)))


def everything_held(practice: Practice) -> bytes:
    """Every value of every table, as the open practice gives it, deciphered."""
    tables = [str(row["name"]) for row in practice.db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    held = bytearray()
    for table in tables:
        if not table.startswith("sqlite_"):
            for row in practice.db.rows(f"SELECT * FROM {table}"):
                held += b"\0".join(_bytes(row[name]) for name in row.keys()) + b"\0"  # noqa: SIM118 - a row is no mapping
    return bytes(held)


def _bytes(value: Value) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def hidden_in(data: bytes) -> bool:
    lowered = data.lower()
    return not any(form in data or form.lower() in lowered for form in forms())


def sealed(practice: Practice) -> tuple[str, str]:
    """A draft kept, the side sealed: (reflection id, the six words)."""
    reflection_id, dealt = begun(practice, add(practice))
    one = reflection(practice, reflection_id)
    draft = acts.box_of(SIDE, one, ENTROPY)
    practice.keep_draft(
        Draft(
            subject_id=reflection_id, form="journal.sealed", voice=OTHER, began_from=0, body=draft,
            saved_at=practice.vault.clock.now(),
        )
    )  # fmt: skip
    practice.do(acts.seal_patient_side, reflection_id, box=acts.box_of(SIDE, one, ENTROPY), by=OTHER)
    return reflection_id, " ".join(dealt.words)


def test_the_search_for_the_word_would_find_it_once_it_is_opened(practice: Practice) -> None:
    reflection_id, words = sealed(practice)
    practice.do(acts.seal_practitioner_side, reflection_id, levels(*[3] * 8), by=DESK)
    box = practice.ask(store.patient_side_of, reflection_id)
    assert box is not None
    practice.do(
        acts.open_together, reflection_id, acts.unsealed(words, reflection(practice, reflection_id), box.box), by=OTHER
    )
    practice.tidy()
    assert not hidden_in(everything_held(practice))
    assert practice.ask(find, WORD)


def test_every_table_of_the_open_practice_holds_only_boxes(practice: Practice) -> None:
    sealed(practice)
    assert hidden_in(everything_held(practice))
    practice.tidy()  # the index follows at quiet moments
    assert hidden_in(everything_held(practice))
    assert not practice.ask(find, WORD)


def test_no_file_of_the_practice_and_no_backup_holds_more(practice: Practice, tmp_path: Path) -> None:
    sealed(practice)
    copy = tmp_path / "elsewhere"
    copy.mkdir()
    back_up(practice.vault, copy)
    for folder in (practice.vault.place.folder, copy):
        files = [path for path in folder.rglob("*") if path.is_file()]
        assert files
        assert all(hidden_in(path.read_bytes()) for path in files)


def test_the_practices_own_keys_open_no_box(practice: Practice) -> None:
    reflection_id, _words = sealed(practice)
    one, box = reflection(practice, reflection_id), practice.ask(store.patient_side_of, reflection_id)
    assert box is not None
    sealed_to = SealedTo.read(one.sealed_to)
    for key in (practice.vault.data_key, sealed_to.public, sealed_to.salt * 2):
        with pytest.raises(VaultProblem):
            Opener(X25519PrivateKey.from_private_bytes(key), sealed_to).open(
                bytes.fromhex(box.box), kind=acts.SIDE_KIND, version=acts.SIDE_VERSION, about=one.id
            )
    with pytest.raises(VaultProblem):
        acts.unsealed(" ".join(deal(LEAST_COST, ENTROPY).words), one, box.box)


def test_a_box_moved_to_another_reflection_or_changed_by_a_bit_stays_closed(practice: Practice) -> None:
    reflection_id, words = sealed(practice)
    one, box = reflection(practice, reflection_id), practice.ask(store.patient_side_of, reflection_id)
    assert box is not None
    with pytest.raises(VaultProblem):
        acts.unsealed(words, replace(one, id="another"), box.box)
    data = bytearray.fromhex(box.box)
    data[-1] ^= 1
    with pytest.raises(VaultProblem):
        acts.unsealed(words, one, data.hex())


def test_the_words_open_it_after_the_practice_was_closed_and_opened_again(
    folder: Path, data_key: bytes, clock: SteppingClock, entropy: Callable[[int], bytes]
) -> None:
    first = open_practice(folder, data_key=data_key, clock=clock, entropy=entropy)
    reflection_id, words = sealed(first)
    first.close()
    again = open_practice(folder, data_key=data_key, clock=clock, entropy=entropy)
    box = again.ask(store.patient_side_of, reflection_id)
    assert box is not None
    assert acts.unsealed(words, reflection(again, reflection_id), box.box) == SIDE
    again.close()
