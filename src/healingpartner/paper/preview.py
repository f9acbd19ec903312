"""A finished paper as pictures, for the screen and for a printer that wants pixels."""

from collections.abc import Iterator
from dataclasses import dataclass

POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page: width and height in pixels, and its bytes, four to a pixel (red, green, blue, alpha), row by row."""

    width: int
    height: int
    rgba: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the paper has."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def pictures(pdf: bytes, *, dpi: int, first: int = 0, last: int | None = None) -> Iterator[Picture]:
    """The pages `first` up to (not including) `last`, at `dpi` pixels to the inch."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        for at in range(first, len(document) if last is None else min(last, len(document))):
            page = document[at]
            bitmap = page.render(scale=dpi / POINTS_PER_INCH, rev_byteorder=True, prefer_bgrx=True)
            yield Picture(width=bitmap.width, height=bitmap.height, rgba=_opaque(bitmap))
            bitmap.close()
            page.close()
    finally:
        document.close()


def _opaque(bitmap: object) -> bytes:
    """The bitmap's rows without padding, every pixel opaque."""
    width, height = bitmap.width, bitmap.height  # type: ignore[attr-defined]
    stride, raw = bitmap.stride, bytearray(bitmap.buffer)  # type: ignore[attr-defined]
    if stride != width * 4:
        raw = bytearray(b"".join(raw[at * stride : at * stride + width * 4] for at in range(height)))
    raw[3::4] = b"\xff" * (width * height)
    return bytes(raw)
