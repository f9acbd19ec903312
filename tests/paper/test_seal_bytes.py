"""The seal in the bytes: one form, one hole, nothing left to choice."""

import pytest
from asn1crypto.cms import CMSAttribute, ContentInfo
from hypothesis import given, strategies as st

from healingpartner.paper import seal_bytes
from healingpartner.paper.seal import sealed
from paper.elm import NOON
from paper.test_seal import CARRIED, KEYS, printed

PDF = sealed(printed(), envelope_json=CARRIED, signer=KEYS, at=NOON)
FOUND = seal_bytes.hole_of(PDF)
assert FOUND is not None
HOLE = FOUND


def test_the_whole_file_is_covered_but_for_one_hole() -> None:
    assert PDF[HOLE.start : HOLE.start + 1] == b"<"
    assert PDF[HOLE.end - 1 : HOLE.end] == b">"
    assert seal_bytes.certificate_in(HOLE.cms) == KEYS.certificate
    assert seal_bytes.covers(HOLE.cms, HOLE.digest)
    assert not seal_bytes.covers(HOLE.cms, bytes(32))


@pytest.mark.parametrize(
    "range_", [b"[0 1 2 3]", b"[0 -1 2 3]", b"[0 0099 2 3]", b"[]", b"[0 99999999999 1 1]", b"[0 1e9 2 3]"]
)
def test_a_range_of_another_shape_is_no_seal(range_: bytes) -> None:
    at = PDF.rindex(b"/ByteRange ") + len(b"/ByteRange ")
    end = PDF.index(b"]", at) + 1
    assert seal_bytes.hole_of(PDF[:at] + range_.ljust(end - at) + PDF[end:]) is None


def test_a_second_range_is_no_seal_of_ours() -> None:
    assert seal_bytes.hole_of(PDF + b"\n/ByteRange [0 1 2 3]\n") is None
    assert seal_bytes.hole_of(PDF[: HOLE.end]) is None


def _unsigned(signed) -> None:
    signed["signer_infos"][0]["unsigned_attrs"] = [CMSAttribute({"type": "1.2.3.4", "values": []})]


def _twice(signed) -> None:
    signed["signer_infos"].append(signed["signer_infos"][0].copy())


def _more_certificates(signed) -> None:
    signed["certificates"].append(signed["certificates"][0].copy())


def _no_certificate(signed) -> None:
    del signed["certificates"]


def _no_signer(signed) -> None:
    signed["signer_infos"] = []


def _other_digest(signed) -> None:
    signed["digest_algorithms"] = [{"algorithm": "sha512"}]


@pytest.mark.parametrize("change", [_unsigned, _twice, _more_certificates, _no_certificate, _no_signer, _other_digest])
def test_every_other_writing_of_the_seal_is_turned_away(change) -> None:
    read = ContentInfo.load(HOLE.cms)
    change(read["content"])
    data = read.dump(force=True)
    assert data != HOLE.cms
    assert seal_bytes.certificate_in(data) == b""


@given(data=st.binary(max_size=400))
def test_bytes_that_are_no_seal_name_no_certificate(data: bytes) -> None:
    assert seal_bytes.certificate_in(data) == b""
    assert not seal_bytes.covers(data, bytes(32))


def _proved_elsewhere() -> set[int]:
    """Where the signed attributes and the signature stand: pyHanko proves those."""
    info = ContentInfo.load(HOLE.cms)["content"]["signer_infos"][0]
    places: set[int] = set()
    for part in (info["signed_attrs"].contents, info["signature"].contents):
        start = HOLE.cms.index(part)
        places |= set(range(start, start + len(part)))
    return places


PROVED_ELSEWHERE = _proved_elsewhere()


@given(at=st.integers(0, len(HOLE.cms) - 1), flip=st.integers(1, 255))
def test_every_byte_that_no_signature_covers_has_one_value_alone(at: int, flip: int) -> None:
    data = bytearray(HOLE.cms)
    data[at] ^= flip
    if seal_bytes.certificate_in(bytes(data)) == KEYS.certificate:
        assert at in PROVED_ELSEWHERE
