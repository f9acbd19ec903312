"""A paper signed by hand comes back in: its scan or photographs are taken through the one door, bound, and kept.

What a file is, is told by its first bytes. It is never opened beyond them: it is kept as the bytes it came as.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, cast

from healingpartner.agreements import store
from healingpartner.agreements.on_paper.acts import bring_back_paper, voice_of_paper
from healingpartner.agreements.on_paper.model import (
    HEAD_BYTES,
    SIZE_LIMIT,
    PaperSigner,
    Scan,
    check_scans,
    media_type_of,
)
from healingpartner.agreements.on_paper.views import scans_of
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Hand, Place, Voice
from healingpartner.foundation.words import _
from healingpartner.practice import Practice
from healingpartner.vault.files import Prepared, find_attachment

ON_PAPER = Hand(typed_by=Voice.PRACTITIONER, place=Place.PAPER)
MEGABYTE = 1024 * 1024
Told = Callable[[int, int], None]


def bring_back(
    practice: Practice,
    agreement_id: str,
    *,
    version_id: str,
    code: str,
    files: Sequence[Path],
    signers: Sequence[PaperSigner],
    tell: Told = lambda _done, _whole: None,
) -> tuple[str, ...]:
    """Take the files of a signed paper in, with the signatures it bears; the signatures' ids. All of it or nothing.

    tell: told after each file how many of how many are in. As `bring_back_paper`; Refused for a file that is empty,
    too large, of another kind, or gone; VaultProblem when the disk does not take it.
    """
    check_scans(files)
    prepared: list[tuple[Prepared, str]] = []
    try:
        for number, file in enumerate(files, start=1):
            person_id = _person_of(practice, agreement_id)
            prepared.append(_taken_in(practice, file, person_id))
            tell(number, len(files))
        return practice.do(
            bring_back_paper,
            agreement_id,
            version_id=version_id,
            code=code,
            scans=prepared,
            signers=signers,
            by=voice_of_paper(signers),
            hand=ON_PAPER,
        )
    except BaseException:
        practice.files.delete_stored(each.stored_as for each, _kind in prepared)
        raise


def look_at(files: Sequence[Path]) -> None:
    """Look at the size and the first bytes of each file, before anything is asked or kept. As `bring_back`."""
    check_scans(files)
    for file in files:
        with ExitStack() as held:
            media_type_of(_begun(file, held).head)


def kept_scan(practice: Practice, scan: Scan) -> bytes:
    """The bytes of a scan, as it was brought back. Refused when it is not kept; VaultProblem as `files.read`."""
    attachment = find_attachment(practice.db, scan.attachment_id)
    if attachment is None:
        raise Refused(_("This scan is not kept in the practice."))
    return b"".join(practice.files.read(attachment))


def scans_are_whole(practice: Practice, agreement_id: str) -> bool:
    """Whether every scan of an agreement still lies in the practice's folder, byte for byte."""
    kept = (find_attachment(practice.db, scan.attachment_id) for scan in practice.ask(scans_of, agreement_id))
    return all(one is not None and practice.files.verify(one) is None for one in kept)


def _person_of(practice: Practice, agreement_id: str) -> str:
    agreement = store.agreement_with(practice.db, agreement_id)
    if agreement is None:
        raise Refused(_("There is no such agreement in this practice."))
    return agreement.person_id


def _taken_in(practice: Practice, file: Path, person_id: str) -> tuple[Prepared, str]:
    with ExitStack() as held:
        paper = _begun(file, held)
        kind = media_type_of(paper.head)
        return practice.files.prepare(cast(BinaryIO, paper), person_id=person_id), kind


def _begun(file: Path, held: ExitStack) -> "BeingRead":
    try:
        size = file.stat().st_size
        stream = held.enter_context(file.open("rb"))
    except OSError as amiss:
        raise _gone() from amiss
    _check_size(size)
    return BeingRead(stream)


class BeingRead:
    """A file on its way in, read as the files door reads: to the limit at most, and its trouble told as its own."""

    def __init__(self, stream: BinaryIO) -> None:
        """Reads the first bytes at once: `head`."""
        self._stream, self._read = stream, 0
        self.head = self._taken(HEAD_BYTES)
        self._ahead = self.head
        if not self.head:
            raise _empty()

    def read(self, size: int) -> bytes:
        """The next bytes, as a stream gives them."""
        if self._ahead:
            given, self._ahead = self._ahead[:size], self._ahead[size:]
            return given
        return self._taken(size)

    def _taken(self, size: int) -> bytes:
        try:
            chunk = self._stream.read(size)
        except OSError as amiss:
            raise _gone() from amiss
        self._read += len(chunk)
        if self._read > SIZE_LIMIT:
            raise _too_large()
        return chunk


def _check_size(size: int) -> None:
    if not size:
        raise _empty()
    if size > SIZE_LIMIT:
        raise _too_large()


def _empty() -> Refused:
    return Refused(
        _("This file is empty."),
        where=_("Nothing was taken in."),
        then=_("Scan the paper again, then choose that file."),
    )


def _too_large() -> Refused:
    said = _("This file is larger than {most} megabytes.").format(most=SIZE_LIMIT // MEGABYTE)
    then = _("Scan the paper in grey, or with fewer points, then choose that file.")
    return Refused(said, where=_("Nothing was taken in."), then=then)


def _gone() -> Refused:
    return Refused(
        _("This file could not be read to its end."),
        where=_("Nothing was taken in."),
        then=_("Check that it is still there and its disk is connected, then choose it again."),
    )
