"""A person's particulars and the rules they keep: names, birth date, address, contacts, links, identifiers."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import clean_line, clean_text
from healingpartner.foundation.words import N_, _, spoken
from healingpartner.people.names import can_be_seen, shown_name

NAME_LIMIT = 200
ADDRESS_LIMIT = 1_000
OLDEST_YEARS = 130
MOST_ROWS = 50


class AskedGently(RuleBroken):
    """A rule that holds unless the person says "yes, that is right": the form offers those words beside it."""


class ContactKind(StrEnum):
    """A way to reach someone."""

    PHONE = "phone"
    EMAIL = "email"
    OTHER = "other"


CONTACT_WORDS = {ContactKind.PHONE: N_("Phone"), ContactKind.EMAIL: N_("Email"), ContactKind.OTHER: N_("Another way")}


class LinkKind(StrEnum):
    """What another person is to this one."""

    FAMILY = "family"
    COUPLE = "couple"
    EMERGENCY = "emergency"
    REPRESENTATIVE = "representative"
    REFERRER = "referrer"
    DOCTOR = "doctor"


MUTUAL = frozenset([LinkKind.FAMILY, LinkKind.COUPLE])  # what one is to the other, the other is too

LINK_WORDS = {
    LinkKind.FAMILY: N_("Family"),
    LinkKind.COUPLE: N_("Couple"),
    LinkKind.EMERGENCY: N_("To call in an emergency"),
    LinkKind.REPRESENTATIVE: N_("Speaks or decides for them"),
    LinkKind.REFERRER: N_("Sent by"),
    LinkKind.DOCTOR: N_("Own doctor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A way to reach the person. `id` is "" until it is kept."""

    kind: ContactKind
    value: str
    note: str = ""
    id: str = ""

    def digits(self) -> str:
        """The digits of a phone number without its leading zeros or plus, for likeness; "" for other ways."""
        if self.kind is not ContactKind.PHONE:
            return ""
        return phone_digits(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Someone who belongs to the person: another person of the practice (`other_id`), or just a name.

    `relation` is in own words ("my sister", "guardian"); `reach` a phone number or address; `basis` says on what
    ground someone may decide for the person (court order, power of attorney, parent).
    """

    kind: LinkKind
    name: str = ""
    other_id: str = ""
    relation: str = ""
    reach: str = ""
    basis: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number someone else gave the person: an insurer's, a national health number."""

    system: str
    value: str
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The whole form about a person. Lists keep their order. `called` is what the person is called when spoken to."""

    legal_name: str = ""
    preferred_name: str = ""
    called: str = ""
    pronouns: str = ""
    birth_date: PartialDate | None = None
    address: str = ""
    language: str = ""
    contacts: tuple[Contact, ...] = ()
    links: tuple[Link, ...] = ()
    identifiers: tuple[Identifier, ...] = ()

    def shown(self) -> str:
        """The name shown everywhere."""
        return shown_name(self.legal_name, self.preferred_name)

    def cleaned(self, today: date, *, sure: bool = False) -> "Particulars":
        """As it is kept; RuleBroken names the first field that cannot stay so ("contacts.0.value" in a list).

        `sure`: the person has said that an unusual birth date is right; without it AskedGently is raised.
        """
        kept = replace(
            self,
            legal_name=_name(self.legal_name, "legal_name"),
            preferred_name=_name(self.preferred_name, "preferred_name"),
            called=_name(self.called, "called"),
            pronouns=clean_line(self.pronouns, field="pronouns", limit=NAME_LIMIT),
            address=clean_text(self.address, field="address", limit=ADDRESS_LIMIT),
            language=clean_line(self.language, field="language", limit=NAME_LIMIT),
            contacts=tuple(_contact(each, row) for row, each in enumerate(self.contacts) if each.value.strip()),
            links=tuple(_link(each, row) for row, each in enumerate(self.links) if _says_something(each)),
            identifiers=tuple(
                _identifier(each, row) for row, each in enumerate(self.identifiers) if each.value.strip()
            ),
        )
        if not can_be_seen(kept.shown()):
            raise RuleBroken("preferred_name", _("Please write a name: the one they wish to be known by is enough."))
        check_birth_date(kept.birth_date, today, sure=sure)
        for field, rows in (("contacts", kept.contacts), ("links", kept.links), ("identifiers", kept.identifiers)):
            if len(rows) > MOST_ROWS:
                raise RuleBroken(field, _("There is room for {most} of these.").format(most=MOST_ROWS))
        return kept


def read_birth_date(text: str) -> PartialDate | None:
    """From stored or imported text (1970, 1970-05, 1970-05-31); None for no text; RuleBroken when it is no date."""
    if not text.strip():
        return None
    try:
        return PartialDate.read(text.strip())
    except ValueError:
        raise RuleBroken(
            "birth_date", _("The calendar has no such day. A year, or a year and a month, is enough: 1970 or 1970-05.")
        ) from None


def check_birth_date(born: PartialDate | None, today: date, *, sure: bool) -> None:
    """RuleBroken for a birth date that is still to come; AskedGently for one more than 130 years ago."""
    if born is None:
        return
    if born.earliest() > today:
        raise RuleBroken(
            "birth_date",
            _("{day} is still to come. Please look at the year again.").format(day=spoken().partial_date(born)),
        )
    if born.age_on(today)[0] > OLDEST_YEARS and not sure:
        raise AskedGently(
            "birth_date", _("That would be more than {years} years ago. Is the year right?").format(years=OLDEST_YEARS)
        )


def phone_digits(value: str) -> str:
    """The last nine digits of a number, which stay the same with or without a country's prefix; "" if under six."""
    digits = "".join(re.findall(r"\d", value))
    return digits[-9:] if len(digits) >= 6 else ""


def _name(words: str, field: str) -> str:
    return clean_line(words, field=field, limit=NAME_LIMIT)


def _contact(each: Contact, row: int) -> Contact:
    at = f"contacts.{row}"
    value = clean_line(each.value, field=f"{at}.value")
    if each.kind is ContactKind.EMAIL and not re.fullmatch(r"[^@\s]+@[^@\s]+", value):
        raise RuleBroken(f"{at}.value", _("An email address has an @ in its middle."))
    return replace(each, value=value, note=clean_line(each.note, field=f"{at}.note"))


def _says_something(each: Link) -> bool:
    return any(words.strip() for words in (each.name, each.other_id, each.relation, each.reach, each.basis))


def _link(each: Link, row: int) -> Link:
    at = f"links.{row}"
    kept = replace(
        each,
        name=_name(each.name, f"{at}.name"),
        relation=clean_line(each.relation, field=f"{at}.relation"),
        reach=clean_line(each.reach, field=f"{at}.reach"),
        basis=clean_line(each.basis, field=f"{at}.basis"),
    )
    if not (kept.other_id or can_be_seen(kept.name)):
        raise RuleBroken(f"{at}.name", _("Please write who this is."))
    return kept


def _identifier(each: Identifier, row: int) -> Identifier:
    return replace(
        each,
        system=clean_line(each.system, field=f"identifiers.{row}.system"),
        value=clean_line(each.value, field=f"identifiers.{row}.value"),
    )
