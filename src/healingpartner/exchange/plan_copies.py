"""The printed copies of agreed plans: rendered once when both agreed, kept as bytes, and given out as they are."""

from collections.abc import Callable
from io import BytesIO

from healingpartner.exchange.release import Document, Purpose
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.versions.acts import keep_copy
from healingpartner.plans.versions.model import PlanVersion, VersionLine
from healingpartner.plans.versions.views import version_with
from healingpartner.practice import Practice
from healingpartner.vault.files import find_attachment


def print_and_keep(practice: Practice, version_id: str, *, render: Callable[[PlanVersion], Document]) -> bytes:
    """The printed copy of a version: rendered now and kept, or the bytes that were kept before.

    Refused when there is no such version; VaultProblem when the disk does not take it. Nothing is kept then, and it
    can be asked for again.
    """
    version = version_with(practice.db, version_id)
    if version.line.attachment_id:
        return kept_bytes(practice, version.line)
    pdf = render(version).pdf
    prepared = practice.files.prepare(BytesIO(pdf), person_id=version.person_id)
    practice.do(keep_copy, version_id, prepared, by=Voice.PRACTITIONER)
    return pdf


def kept_bytes(practice: Practice, line: VersionLine) -> bytes:
    """The copy as it was made. Refused when none was kept; VaultProblem as `files.read`."""
    attachment = find_attachment(practice.db, line.attachment_id) if line.attachment_id else None
    if attachment is None:
        raise Refused(_("This version was not printed yet."), then=_("Print it once, and its copy is kept."))
    return b"".join(practice.files.read(attachment))


def purpose(version: PlanVersion, *, to_whom: str, why: str) -> Purpose:
    """What is written down when a copy leaves the practice."""
    what = _("Plan, version {number}").format(number=version.line.number)
    return Purpose(what=what, to_whom=to_whom, why=why, person_id=version.person_id)
