"""Template files: taking one in from a place the practitioner chose, and writing one there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from healingpartner.desktop.desk import Desk
from healingpartner.exchange import release
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.templates.acts import take_in_template
from healingpartner.plans.templates.file import FILE_LIMIT, to_bytes
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.practice import Practice


def take_in(
    desk: Desk,
    owner: QWidget,
    read: Callable[[Path], bytes],
    path: Path,
    *,
    then: Callable[[], None],
    sorry: Callable[[RuleBroken | Refused], None],
) -> None:
    """Take the template in `path` in, on the vault thread."""

    def work(practice: Practice) -> str:
        made: str = practice.do(take_in_template, read(path), name=path.name, by=Voice.PRACTITIONER)
        return made

    desk.runner.run(work, owner=owner, then=lambda _id: then(), sorry=sorry)


def read_file(path: Path) -> bytes:
    """No more than a template can be long, and a byte to know it; Refused where the file cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(FILE_LIMIT + 1)
    except OSError:
        raise Refused(_("This file could not be read."), then=_("Look whether it is still there.")) from None


@dataclass(frozen=True, slots=True)
class _File:
    """A template as it leaves; the door out calls every paper's bytes so."""

    pdf: bytes


def write_template(
    desk: Desk, owner: QWidget, template: PlanTemplate, path: Path, *, sorry: Callable[[RuleBroken | Refused], None]
) -> None:
    """Write a template to `path`, and write down that it left."""
    purpose = Purpose(
        what=_("Plan template"), to_whom=_("Whoever takes it"), why=_("To hand on to another practice"), person_id=None
    )  # fmt: skip
    desk.runner.run(
        lambda practice: release.save(practice, _File(to_bytes(template)), purpose, path),
        owner=owner,
        then=lambda _left: desk.notices.say(
            _("Saved in {folder}.").format(folder=path.parent.name or str(path.parent))
        ),
        sorry=sorry,
    )
