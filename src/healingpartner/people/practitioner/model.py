"""The practitioner: a name, a letterhead, and a sheet on which they introduce themselves to patients."""

from dataclasses import dataclass, replace

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.words import _
from healingpartner.people.answers import Answer
from healingpartner.people.model import ADDRESS_LIMIT, NAME_LIMIT
from healingpartner.people.names import can_be_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Practitioner:
    """Who practises here. `address` has lines; `licence` is one line under the name; `called` is what patients say."""

    name: str
    title: str = ""
    called: str = ""
    practice_name: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    licence: str = ""

    def shown(self) -> str:
        """Title and name, as on a letterhead: "Dr. Amara Osei"."""
        return " ".join(part for part in (self.title, self.name) if part)

    def spoken_name(self) -> str:
        """What patients call the practitioner; without that, the name."""
        return self.called or self.name

    def letterhead(self) -> tuple[str, ...]:
        """The lines of a letterhead, without empty ones: practice, name, licence, address, phone, email."""
        reach = " · ".join(part for part in (self.phone, self.email) if part)
        lines = (self.practice_name, self.shown(), self.licence, *self.address.split("\n"), reach)
        return tuple(line for line in lines if line)

    def cleaned(self) -> "Practitioner":
        """As it is kept; RuleBroken for a missing name or too long a line."""
        name = clean_line(self.name, field="name", limit=NAME_LIMIT)
        if not can_be_seen(name):
            raise RuleBroken("name", _("Please write your name, as patients should read it."))
        lines = {
            field: clean_line(getattr(self, field), field=field, limit=NAME_LIMIT)
            for field in ("title", "called", "practice_name", "phone", "email", "licence")
        }
        return replace(self, name=name, address=clean_text(self.address, field="address", limit=ADDRESS_LIMIT), **lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class PractitionerSheet:
    """What is printed for patients: who the practitioner is, and their answers to the first-meeting questions."""

    practitioner: Practitioner
    answers: tuple[Answer, ...]
