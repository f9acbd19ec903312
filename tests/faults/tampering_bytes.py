"""Tampering with the file: anyone can do it, with an editor of bytes or a program for PDF."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from tests.faults.sealed_scene import AT, Scene, edited, hole, put

from healingpartner.exchange.verify import Found

Make = Callable[[Scene], bytes]
REFUSED = "refused"
ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def _swap_in_place(old: bytes, new: bytes) -> Make:
    """The last place where `old` stands, overwritten by something just as long."""

    def make(scene: Scene) -> bytes:
        assert len(old) == len(new)
        return put(scene.pdf, scene.pdf.rindex(old), new)

    return make


def _rewritten(change: Callable[[Any], None], **how: Any) -> Make:
    return lambda scene: edited(scene.pdf, change, **how)


def _nothing(_document: Any) -> None:
    return


def _word(document: Any) -> None:
    page = document.pages[0]
    data = page.Contents.read_bytes()
    at = data.index(b"Tj") - 3
    page.Contents = document.make_stream(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])


def _swap_pages(document: Any) -> None:
    first, second = document.pages[1], document.pages[2]
    first.obj.Contents, second.obj.Contents = second.obj.Contents, first.obj.Contents


def _move_page(document: Any) -> None:
    page = document.pages[1]
    del document.pages[1]
    document.pages.append(page)


def _drop_page(document: Any) -> None:
    del document.pages[-1]


def _twice(document: Any) -> None:
    document.pages.append(document.pages[0])


def _blank(document: Any) -> None:
    document.add_blank_page()


def _rotate(document: Any) -> None:
    document.pages[0].rotate(90, relative=True)


def _crop(document: Any) -> None:
    document.pages[-1].CropBox = pikepdf.Array([0, 400, 595, 842])


def _title(document: Any) -> None:
    document.docinfo["/Title"] = "Something else"


def _xmp(document: Any) -> None:
    data = document.Root.Metadata.read_bytes()
    document.Root.Metadata = document.make_stream(data.replace(b"Elm", b"Oak"))


def _language(document: Any) -> None:
    document.Root.Lang = pikepdf.String("fr")


def _untagged(document: Any) -> None:
    del document.Root["/StructTreeRoot"]


def _alt(document: Any) -> None:
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and "/Alt" in item:
            item.Alt = pikepdf.String("Signature of someone else")


def _no_attachment(document: Any) -> None:
    del document.attachments["envelopes.json"]


def _attachment(document: Any) -> None:
    document.attachments["envelopes.json"] = pikepdf.AttachedFileSpec(
        document, b"{}", filename="envelopes.json", creation_date="", mod_date=""
    )


def _second_attachment(document: Any) -> None:
    document.attachments["more.json"] = pikepdf.AttachedFileSpec(
        document, b"{}", filename="more.json", creation_date="", mod_date=""
    )


def _note(document: Any) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=pikepdf.Array([50, 50, 300, 90]), Contents="void"
    )
    document.pages[0].obj.Annots.append(document.make_indirect(note))


def _script(document: Any) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _updated(change: Callable[[Any], None]) -> Make:
    """An incremental update: the sealed bytes stay, more is written behind them."""

    def make(scene: Scene) -> bytes:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

        writer = IncrementalPdfFileWriter(BytesIO(scene.pdf))
        change(writer)
        out = BytesIO()
        writer.write(out)
        return out.getvalue()

    return make


def _update_title(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import pdf_name, pdf_string

    writer.root[pdf_name("/Lang")] = pdf_string("fr")
    writer.update_root()


def _update_page(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import StreamObject

    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.add_object(StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)


def _update_date(writer: Any) -> None:
    from pyhanko.pdf_utils.generic import pdf_name, pdf_string

    seal = writer.root["/AcroForm"]["/Fields"][0]["/V"]
    seal[pdf_name("/M")] = pdf_string("D:20200101000000Z")
    writer.update_container(seal)


def _second_seal(stranger: bool, name: str) -> Make:
    def make(scene: Scene) -> bytes:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign.signers.pdf_signer import PdfSignatureMetadata

        from healingpartner.paper.seal import _hand, _pdf_signer

        about = PdfSignatureMetadata(field_name=name, md_algorithm="sha256")
        signer = _pdf_signer(about, _hand(scene.stranger if stranger else scene.keys), AT.local())
        # What our seal forbids is done all the same, as a program that heeds no seal would do it.
        signer._enforce_certification_constraints = lambda _reader: None
        out = BytesIO()
        signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(scene.pdf)), output=out)
        return out.getvalue()

    return make


def _digit(offset: int, new: bytes) -> Make:
    """A digit of the seal, counted from its start, or from its end when below zero."""

    def make(scene: Scene) -> bytes:
        start, end = hole(scene.pdf)
        at = (start if offset >= 0 else end) + offset
        assert scene.pdf[at : at + len(new)] != new
        return put(scene.pdf, at, new)

    return make


def _digits(change: Callable[[bytes], bytes]) -> Make:
    def make(scene: Scene) -> bytes:
        start, end = hole(scene.pdf)
        digits = change(scene.pdf[start:end])
        assert len(digits) == end - start
        assert digits != scene.pdf[start:end]
        return put(scene.pdf, start, digits)

    return make


def _from_other(scene: Scene) -> bytes:
    start, end = hole(scene.pdf)
    other_start, other_end = hole(scene.other)
    taken = scene.other[other_start:other_end].ljust(end - start, b"0")[: end - start]
    return put(scene.pdf, start, taken)


def _cms(change: Callable[[Any], None]) -> Make:
    """Another writing of the same seal, with the signature still true."""

    def rewritten(digits: bytes) -> bytes:
        from asn1crypto.cms import ContentInfo

        read = ContentInfo.load(bytes.fromhex(digits.decode()))
        change(read["content"])
        return read.dump(force=True).hex().upper().encode().ljust(len(digits), b"0")

    return _digits(rewritten)


def _twin(signed: Any) -> None:
    from asn1crypto.algos import DSASignature

    info = signed["signer_infos"][0]
    read = DSASignature.load(info["signature"].native)
    info["signature"] = DSASignature({"r": read["r"].native, "s": ORDER - read["s"].native}).dump()


def _form(signed: Any) -> None:
    signed["version"] = "v3"


def _no_certificate(signed: Any) -> None:
    del signed["certificates"]


def _range(change: Callable[[list[int]], list[int]]) -> Make:
    def make(scene: Scene) -> bytes:
        at = scene.pdf.rindex(b"/ByteRange [") + len(b"/ByteRange [")
        end = scene.pdf.index(b"]", at)
        old = [int(number) for number in scene.pdf[at:end].split()]
        new = " ".join(map(str, change(old))).encode() + b"]"
        return put(scene.pdf, at, new.ljust(end - at + 12))

    return make


BYTES: dict[str, tuple[Found | str, Make]] = {
    "a word on a page is edited": (Found.ALTERED, _rewritten(_word)),
    "two pages change places": (Found.ALTERED, _rewritten(_swap_pages)),
    "a page is moved to the end": (Found.ALTERED, _rewritten(_move_page)),
    "the last page is taken out": (Found.ALTERED, _rewritten(_drop_page)),
    "a page is put in twice": (Found.ALTERED, _rewritten(_twice)),
    "a blank page is added": (Found.ALTERED, _rewritten(_blank)),
    "a page is turned": (Found.ALTERED, _rewritten(_rotate)),
    "half a page is cropped away": (Found.ALTERED, _rewritten(_crop)),
    "the title is edited": (Found.ALTERED, _rewritten(_title)),
    "the description of the file is edited": (Found.ALTERED, _rewritten(_xmp)),
    "the language is edited": (Found.ALTERED, _rewritten(_language)),
    "the tags are taken out": (Found.ALTERED, _rewritten(_untagged)),
    "what a screen reader says of a signature is edited": (Found.ALTERED, _rewritten(_alt)),
    "the attachment is taken out": (Found.ALTERED, _rewritten(_no_attachment)),
    "the attachment is replaced": (Found.ALTERED, _rewritten(_attachment)),
    "a second attachment is added": (Found.ALTERED, _rewritten(_second_attachment)),
    "a note is laid over a page": (Found.ALTERED, _rewritten(_note)),
    "a script is added": (Found.ALTERED, _rewritten(_script)),
    "the file is written anew and nothing else": (Found.ALTERED, _rewritten(_nothing)),
    "the file is made ready for the web": (Found.ALTERED, _rewritten(_nothing, linearize=True)),
    "the file is packed tighter": (
        Found.ALTERED,
        _rewritten(_nothing, object_stream_mode=pikepdf.ObjectStreamMode.generate),
    ),
    "one byte is appended": (Found.ALTERED, lambda scene: scene.pdf + b"\0"),
    "a line end is appended": (Found.ALTERED, lambda scene: scene.pdf + b"\n"),
    "a comment is appended": (Found.ALTERED, lambda scene: scene.pdf + b"% void\n"),
    "an end of file is appended": (Found.ALTERED, lambda scene: scene.pdf + b"%%EOF\n"),
    "another sealed copy is appended": (Found.ALTERED, lambda scene: scene.pdf + scene.other),
    "another file is put before it": (Found.ALTERED, lambda scene: scene.bare(scene.other) + scene.pdf),
    "a byte is put before it": (REFUSED, lambda scene: b" " + scene.pdf),
    "a byte is put into the middle": (Found.ALTERED, lambda scene: scene.pdf[:9000] + b" " + scene.pdf[9000:]),
    "a byte is taken out of the middle": (Found.ALTERED, lambda scene: scene.pdf[:9000] + scene.pdf[9001:]),
    "the last byte is cut off": (Found.ALTERED, lambda scene: scene.pdf[:-1]),
    "the version in its first line is edited": (Found.ALTERED, lambda scene: put(scene.pdf, 5, b"1.4")),
    "its second revision is cut off": (
        Found.NOT_OURS,
        lambda scene: scene.pdf[: scene.pdf.index(b"%%EOF") + len(b"%%EOF\n")],
    ),
    "an update edits the language": (Found.ALTERED, _updated(_update_title)),
    "an update empties a page": (Found.ALTERED, _updated(_update_page)),
    "an update backdates the seal": (Found.ALTERED, _updated(_update_date)),
    "a stranger signs behind the seal": (Found.ALTERED, _second_seal(stranger=True, name="Second")),
    "the practice signs behind the seal": (Found.ALTERED, _second_seal(stranger=False, name="Second")),
    "the time of the seal is edited": (Found.ALTERED, _swap_in_place(b"(D:2026", b"(D:2025")),
    "the seal is made to allow changes": (Found.ALTERED, _swap_in_place(b"/P 1", b"/P 3")),
    "the field of the seal is renamed": (Found.ALTERED, _swap_in_place(b"(Seal)", b"(Deal)")),
    "the seal is named another kind": (
        Found.ALTERED,
        _swap_in_place(b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached"),
    ),
    "the last digit of the padding is changed": (Found.ALTERED, _digit(-1, b"1")),
    "a digit of the padding is written as a space": (Found.ALTERED, _digit(-1, b" ")),
    "the first digit of the seal is changed": (Found.ALTERED, _digit(0, b"2")),
    "a digit of the seal is written small": (Found.ALTERED, _digits(lambda digits: digits.replace(b"A", b"a", 1))),
    "all digits of the seal are written small": (Found.ALTERED, _digits(bytes.lower)),
    "the seal is blanked": (Found.ALTERED, _digits(lambda digits: b"0" * len(digits))),
    "the seal of another copy is pasted in": (Found.ALTERED, _from_other),
    "the signature is swapped for its twin": (Found.ALTERED, _cms(_twin)),
    "the seal is written in another form": (Found.ALTERED, _cms(_form)),
    "the certificate is taken out of the seal": (Found.ALTERED, _cms(_no_certificate)),
    "the range is made to end early": (Found.ALTERED, _range(lambda r: [r[0], r[1], r[2], r[3] - 1])),
    "the hole in the range is widened": (Found.ALTERED, _range(lambda r: [r[0], r[1] - 20, r[2], r[3]])),
    "the range is made to begin late": (Found.ALTERED, _range(lambda r: [1, r[1] - 1, r[2], r[3]])),
    "the range is given a third part": (Found.ALTERED, _range(lambda r: [*r, r[2] + r[3], 0])),
    "the range is made to overlap": (Found.ALTERED, _range(lambda r: [r[0], r[1] + 1, r[2] - 1, r[3]])),
}
