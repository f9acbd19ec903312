"""Rows of plan templates in and out. They belong to the practice, and to no person."""

from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _
from healingpartner.plans.store import ROOM
from healingpartner.plans.templates.model import PlanTemplate
from healingpartner.vault.reading import Reader, Value, words
from healingpartner.vault.transaction import Table, Transaction
from healingpartner.vault.written import from_text, to_text

TEMPLATE = Table(ROOM, "plan_template")
TEMPLATE_KIND = "hp/plan-template"


def put_template(tx: Transaction, template: PlanTemplate) -> None:
    """Write a template as it now stands; what it said before stays in the ledger. Its words are found."""
    row: dict[str, Value] = {"id": template.id, "body": to_text(template, kind=TEMPLATE_KIND)}
    tx.put(TEMPLATE, row, person_id=None)
    tx.remember_words(
        room=ROOM,
        kind=TEMPLATE.name,
        subject_id=template.id,
        person_id=None,
        title=template.title,
        words="\n".join((template.about, *(one.patient_words for one in template.goals))),
    )


def template_with(db: Reader, template_id: str) -> PlanTemplate:
    """The template of that id; Refused when it is not here."""
    body = db.value("SELECT body FROM plan_template WHERE id = ?", template_id)
    if body is None:
        raise Refused(_("There is no such plan template in this practice."))
    return from_text(PlanTemplate, words(body), kind=TEMPLATE_KIND)


def every_template(db: Reader) -> tuple[PlanTemplate, ...]:
    """All of them, those set aside too, in the order they were first made."""
    found = db.rows("SELECT body FROM plan_template ORDER BY n")
    return tuple(from_text(PlanTemplate, words(row["body"]), kind=TEMPLATE_KIND) for row in found)
