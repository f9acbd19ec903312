"""The faces: bundled with their licences, allowed on paper, and between them able to write what people write."""

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, strategies as some

from healingpartner.foundation.paths import resource
from healingpartner.paper.fonts import Role, chain
from healingpartner.paper.glyphs import Piece, Setter
from healingpartner.paper.unicode_map import to_unicode
from paper.scripts import LONG_ARABIC, SCRIPTS

FILES = sorted(resource("fonts").rglob("*.ttf"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_face_may_be_embedded_and_lies_beside_its_licence(path) -> None:
    with TTFont(path, lazy=True) as font:
        assert font["OS/2"].fsType == 0
        assert "glyf" in font
    assert "SIL Open Font License" in (path.parent / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("role", Role)
def test_every_face_that_stands_in_is_bundled(role: Role) -> None:
    assert all(face.covers("A") or face.covers("א") or face.covers("😀") or face.covers("ع") for face in chain(role))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("script", [*SCRIPTS, "long arabic"])
def test_no_glyph_of_a_living_script_is_missing(script: str, role: Role) -> None:
    setter = Setter()
    glyphs, _ = setter.glyphs([Piece(SCRIPTS.get(script, LONG_ARABIC), role)])
    assert setter.unprintable == {}
    assert all(glyph.face is not None for glyph in glyphs)


@pytest.mark.parametrize(
    "block",
    [
        (0x20, 0x7E),
        (0xA1, 0x17F),
        (0x1EA0, 0x1EF9),
        (0x391, 0x3C9),
        (0x400, 0x45F),
        (0x5D0, 0x5EA),
        (0x621, 0x64A),
        (0x4E00, 0x9FA5),
        (0x1F600, 0x1F64F),
    ],
)
def test_whole_blocks_are_covered(block: tuple[int, int]) -> None:
    setter = Setter()
    letters = "".join(chr(point) for point in range(block[0], block[1] + 1) if unicodedata.category(chr(point)) != "Cn")
    setter.glyphs([Piece(letters)])
    assert setter.unprintable == {}


def test_a_word_that_the_first_face_cannot_write_is_written_whole_by_another() -> None:
    glyphs, _ = Setter().glyphs([Piece("She and I met Nguyễn")])
    faces = [glyph.face.name if glyph.face else "" for glyph in glyphs]
    assert faces[0].startswith("HP-Atkinson")
    assert len(set(faces[14:])) == 1
    assert "NotoSans" in faces[14]


def test_a_name_is_not_set_in_two_faces() -> None:
    glyphs, _ = Setter().glyphs([Piece("Nguyễn Văn An")])
    assert len({glyph.face for glyph in glyphs}) == 1


def test_a_control_is_never_taken_for_a_letter() -> None:
    assert not any(face.covers("\x00") or face.covers("\x9f") for role in Role for face in chain(role))


def test_ink_of_a_glyph_is_known_and_empty_for_a_space() -> None:
    face = chain(Role.TEXT)[0]
    assert face.box("p").low < 0 < face.box("p").high
    assert face.box(" ").high == 0


@given(some.lists(some.integers(1, 0x10FFFF).filter(lambda point: not 0xD800 <= point <= 0xDFFF), max_size=256))
def test_every_code_finds_its_way_back_to_its_character(subset: list[int]) -> None:
    table = to_unicode("F", subset)
    pairs = [line.split() for line in table.splitlines() if line.startswith("<") and line.count("<") == 2]
    found = {int(code[1:-1], 16): bytes.fromhex(to[1:-1]).decode("utf-16-be") for code, to in pairs[1:]}
    assert found == {code: chr(point) for code, point in enumerate(subset)}
