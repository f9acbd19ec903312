"""A picture for the journal comes in through the one door, and a copy of it goes out again.

What it is, is told by its first bytes. It is never opened beyond them here: it is kept, encrypted, as it came.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from healingpartner.agreements.on_paper.model import ENDINGS, JPEG, PNG, media_type_of
from healingpartner.exchange.brought_back import BeingRead
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Hand, Voice
from healingpartner.foundation.words import _
from healingpartner.journal import acts
from healingpartner.journal.model import Kind
from healingpartner.practice import Practice
from healingpartner.vault.files import Prepared, find_attachment

MOST_BYTES = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """The bytes of a picture, as the one door takes them; `ending`: of its file's name."""

    pdf: bytes
    ending: str


def share_with_picture(
    practice: Practice, person_id: str, kind: Kind, words: str, *, file: Path, by: Voice, hand: Hand
) -> str:
    """Share an entry with a picture; its id. All of it or nothing: as `acts.share`, and Refused as `take_in`."""
    picture = take_in(practice, file, person_id)
    try:
        return practice.do(acts.share, person_id, kind, words, picture=picture, by=by, hand=hand)
    except BaseException:
        practice.files.delete_stored([picture[0].stored_as])
        raise


def take_in(practice: Practice, file: Path, person_id: str) -> tuple[Prepared, str]:
    """The picture encrypted on the disk, and its media type. Refused when it is gone, empty, too large, or none."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise Refused(
                _("This picture is very large."),
                where=_("Nothing was taken in. At most 20 MB fit."),
                then=_("Make it smaller, or take another photograph of it."),
            )
        with file.open("rb") as stream:
            picture = BeingRead(stream)
            kind = media_type_of(picture.head)
            if kind not in {PNG, JPEG}:
                raise Refused(
                    _("This is a page, not a picture."),
                    where=_("Nothing was taken in."),
                    then=_("Choose a photograph or a scan that is saved as JPEG or PNG."),
                )
            return practice.files.prepare(cast(BinaryIO, picture), person_id=person_id), kind
    except OSError as amiss:
        raise Refused(
            _("This file cannot be read."), where=_("Nothing was taken in."), then=_("Choose it again.")
        ) from amiss


def kept_picture(practice: Practice, attachment_id: str) -> KeptPicture:
    """A picture as it came. Refused when it is not kept; VaultProblem as `files.read`."""
    attachment = find_attachment(practice.db, attachment_id)
    if attachment is None:
        raise Refused(_("This picture is not kept in the practice any more."))
    return KeptPicture(b"".join(practice.files.read(attachment)), ENDINGS[attachment.media_type])
