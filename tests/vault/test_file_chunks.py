"""One thing wrong with a stored file at a time: each is noticed."""

import io
import os
from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st

from healingpartner.vault.file_chunks import CHUNK, MAGIC, SALT_BYTES, TAG, Binding, NotWhole, opened, sealed

START = len(MAGIC) + SALT_BYTES
STEP = CHUNK + TAG
MINE = Binding(key=bytes(32), vault_id="vault", file_id="file")


def stored(content: bytes, binding: Binding = MINE, salt: bytes = bytes(32)) -> bytes:
    return b"".join(part for _plain, part in sealed(io.BytesIO(content), binding, salt=salt))


def read(data: bytes, binding: Binding = MINE) -> bytes:
    return b"".join(opened(io.BytesIO(data), binding))


THREE = os.urandom(2 * CHUNK + 100)
WHOLE = stored(THREE)


@given(st.binary(max_size=300))
def test_a_small_file_comes_back(content: bytes) -> None:
    assert read(stored(content)) == content


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1])
def test_files_of_every_edge_length_come_back(size: int) -> None:
    content = os.urandom(size)
    assert read(stored(content)) == content


def test_a_stream_that_gives_little_at_a_time_is_read_whole() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 0, 1000))

    assert b"".join(part for _plain, part in sealed(Slow(THREE), MINE, salt=bytes(32))) == WHOLE


VECTORS: dict[str, Callable[[], bytes]] = {
    "nothing at all": lambda: b"",
    "only the opening": lambda: WHOLE[:START],
    "another format": lambda: b"hp/file/2\n" + WHOLE[len(MAGIC) :],
    "another salt": lambda: MAGIC + bytes([1]) * 32 + WHOLE[START:],
    "the last chunk cut off": lambda: WHOLE[: START + 2 * STEP],
    "the last two chunks cut off": lambda: WHOLE[: START + STEP],
    "one byte cut off": lambda: WHOLE[:-1],
    "cut inside a tag": lambda: WHOLE[: START + CHUNK + 5],
    "one byte added": lambda: WHOLE + b"\0",
    "the last chunk twice": lambda: WHOLE + WHOLE[START + 2 * STEP :],
    "the first chunk gone": lambda: WHOLE[:START] + WHOLE[START + STEP :],
    "two chunks exchanged": lambda: (
        WHOLE[:START] + WHOLE[START + STEP : START + 2 * STEP] + WHOLE[START : START + STEP] + WHOLE[START + 2 * STEP :]
    ),
    "the first chunk twice": lambda: WHOLE[: START + STEP] + WHOLE[START : START + STEP] + WHOLE[START + 2 * STEP :],
    "another file's whole body": lambda: stored(THREE, Binding(key=bytes(32), vault_id="vault", file_id="other")),
    "another vault's": lambda: stored(THREE, Binding(key=bytes(32), vault_id="other", file_id="file")),
    "another person's": lambda: stored(THREE, Binding(key=bytes([1]) * 32, vault_id="vault", file_id="file")),
    "another file's first chunk": lambda: (
        WHOLE[:START]
        + stored(THREE, Binding(key=bytes(32), vault_id="vault", file_id="other"))[START : START + STEP]
        + WHOLE[START + STEP :]
    ),
    "an empty last chunk": lambda: WHOLE + bytes(TAG),
}


@pytest.mark.parametrize("name", VECTORS)
def test_one_thing_wrong_is_noticed(name: str) -> None:
    with pytest.raises(NotWhole):
        read(VECTORS[name]())


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_any_changed_byte_is_noticed(place: int, change: int) -> None:
    data = bytearray(WHOLE)
    data[place] ^= change
    with pytest.raises(NotWhole):
        read(bytes(data))


def test_nothing_unproven_is_ever_given() -> None:
    data = bytearray(WHOLE)
    data[START + STEP + 10] ^= 1
    given_out = []
    with pytest.raises(NotWhole):
        given_out.extend(opened(io.BytesIO(bytes(data)), MINE))
    assert b"".join(given_out) == THREE[: len(b"".join(given_out))]
