"""A plan template as a file that is handed on: JSON that a person can open and read, taken in strictly.

Words are words: whatever looks like markup or a command in them is kept as the letters it is made of.
"""

import json
from collections.abc import Iterator
from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.text import isolated, reads_as_it_stands
from healingpartner.foundation.words import _
from healingpartner.plans.templates import rules
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.plans.templates.store import TEMPLATE_KIND
from healingpartner.vault.strict_json import strict_members
from healingpartner.vault.written import VERSION, from_text, to_text

FILE_LIMIT = 2 * 1024 * 1024
SUFFIX = ".plan-template.json"


def to_bytes(template: PlanTemplate) -> bytes:
    """The template as a file; Refused when no program would take it in. Set aside or not is nobody else's matter."""
    members = json.loads(to_text(replace(template, set_aside=None), kind=TEMPLATE_KIND))
    data = json.dumps(members, ensure_ascii=False, indent=2).encode() + b"\n"
    try:
        from_bytes(data)
    except Refused as refused:
        raise Refused(_("This template cannot be written as a file."), where=refused.where) from None
    return data


def from_bytes(data: bytes, *, name: str = "") -> PlanTemplate:
    """A template from a file's bytes, cleaned. Refused, with what is wrong with it; `name`: of the file, for that."""
    if len(data) > FILE_LIMIT:
        raise _not_ours(name, _("It is longer than any plan template."))
    try:
        members = strict_members(data.removeprefix(b"\xef\xbb\xbf"), limit=FILE_LIMIT)
    except ValueError:
        raise _not_ours(name, _("It is no plan template, or it is damaged.")) from None
    if members.get("kind") != TEMPLATE_KIND:
        raise _not_ours(name, _("It is no plan template, or it is damaged."))
    version = members.get("version")
    if isinstance(version, int) and version > VERSION:
        raise _not_ours(name, _("It was written by a newer version of this program."))
    try:
        given = from_text(PlanTemplate, json.dumps(members), kind=TEMPLATE_KIND)
        clean = rules.checked(given)
        text = to_text(clean, kind=TEMPLATE_KIND)
    except RuleBroken as broken:
        raise _not_ours(name, broken.sentence) from None
    except ValueError:
        raise _not_ours(name, _("Something in it is missing, or is not what a plan template holds.")) from None
    if rules.nobodys(clean) != clean or given.set_aside is not None:
        raise _not_ours(name, _("There is something in it that belongs to one person's plan alone."))
    if not all(map(reads_as_it_stands, _texts(json.loads(text)))):
        raise _not_ours(name, _("There are hidden letters in it."))
    return clean


def _texts(value: object) -> Iterator[str]:
    """Every text in lists and mappings."""
    if isinstance(value, str):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inside:
        yield from _texts(each)


def _not_ours(name: str, where: str) -> Refused:
    what = (
        _("The file {name} was not taken in.").format(name=isolated(name)) if name else _("This file was not taken in.")
    )
    return Refused(what, where=where, then=_("Nothing was changed. Ask its author for a mended file."))
