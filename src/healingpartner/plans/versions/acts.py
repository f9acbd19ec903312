"""What can be done toward a version: each side answers to exact contents, and both yeses freeze them."""

import json
from dataclasses import replace

from healingpartner.foundation.errors import Refused, RuleBroken
from healingpartner.foundation.strokes import check_signature, drawing_from
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.plans.model import SIDES, Plan, PlanState, check_turn
from healingpartner.plans.parts.model import waits_for_tap
from healingpartner.plans.standing import open_plan, side
from healingpartner.plans.store import put_plan
from healingpartner.plans.versions import store
from healingpartner.plans.versions.contents import contents_of
from healingpartner.plans.versions.hashing import sha256_of
from healingpartner.plans.versions.model import (
    YES,
    Acknowledgement,
    AckWay,
    PlanContents,
    PlanVersion,
    VersionLine,
    fresh,
)
from healingpartner.vault.files import Prepared, attach
from healingpartner.vault.transaction import Transaction

PDF = "application/pdf"
STROKES_LIMIT = 1_000_000


def acknowledge(tx: Transaction, plan_id: str, way: AckWay, *, contents_sha256: str, strokes: str = "") -> str:
    """One side's answer to what the plan says, its id. contents_sha256: of the words that were read.

    The second yes to the same words freezes them as a version, and the plan is agreed, in this same transaction.
    RuleBroken when the words have changed since they were read, or when a part of the patient still waits.
    """
    plan = open_plan(tx, plan_id)
    if plan.state in {PlanState.AGREED, PlanState.UNDER_WAY}:
        raise RuleBroken("state", _("You have both agreed to this already. It stays as it is."))
    if plan.state is PlanState.DRAFT:
        raise RuleBroken("state", _("This plan is still being written. Offer it first."))
    check_turn(plan.state, PlanState.AGREED)
    by, contents = side(tx), contents_of(tx, plan)
    if contents_sha256 != sha256_of(contents):
        raise RuleBroken("contents", _("The plan was changed since you read it. Please read it once more."))
    if way in YES and by is Voice.PATIENT:
        _check_parts(contents)
    acknowledgement = Acknowledgement(
        id=tx.new_id(),
        plan_id=plan.id,
        voice=by,
        way=way,
        contents_sha256=contents_sha256,
        at=tx.at,
        strokes=_checked(strokes, way),
    )
    store.put_acknowledgement(tx, acknowledgement, person_id=plan.person_id)
    _freeze_when_both(tx, plan, contents, contents_sha256)
    return acknowledgement.id


def keep_copy(tx: Transaction, version_id: str, pdf: Prepared) -> None:
    """Keep the printed copy of a version, as the bytes it was made of, once."""
    version = store.version_with(tx, version_id)
    if version is None:
        raise Refused(_("There is no such version of this plan."))
    if version.line.attachment_id:
        raise RuleBroken("state", _("This version was printed already. It is given out as it is."))
    kept_file = attach(tx, pdf, name=f"plan-version-{version.line.number}.pdf", media_type=PDF)
    store.put_copy(tx, version, attachment_id=kept_file.id, pdf_sha256=kept_file.sha256)


def _freeze_when_both(tx: Transaction, plan: Plan, contents: PlanContents, contents_sha256: str) -> None:
    given = store.acknowledgements_of(tx, plan.id)
    lines = store.lines_of(tx, plan.id, given)
    both = fresh(given, lines)
    said_yes = [one for one in both if one.way in YES and one.contents_sha256 == contents_sha256]
    if len(said_yes) < len(SIDES):
        return
    _check_parts(contents)
    number = lines[-1].number + 1 if lines else 1
    agreed = replace(plan, state=PlanState.AGREED, version_id=tx.new_id())
    line = VersionLine(
        id=agreed.version_id,
        plan_id=plan.id,
        number=number,
        contents_sha256=contents_sha256,
        agreed=tx.at,
        acknowledgements=both,
    )
    put_plan(tx, agreed)
    frozen = PlanVersion(line=line, person_id=plan.person_id, contents=replace(contents, plan=agreed))
    store.put_version(tx, frozen)


def _check_parts(contents: PlanContents) -> None:
    if waits_for_tap(contents.parts, contents.going_on):
        raise RuleBroken("parts", _("Not every part is on board. Going on is for the patient to say first."))


def _checked(strokes: str, way: AckWay) -> str:
    if way is not AckWay.SIGNED:
        return ""
    nothing = _("There is no signature yet. Draw one, or say yes aloud instead.")
    if not strokes:
        raise RuleBroken("strokes", nothing)
    try:
        drawing = drawing_from(json.loads(strokes) if len(strokes) <= STROKES_LIMIT else None)
    except (ValueError, RecursionError):
        raise RuleBroken("strokes", _("This drawing could not be read. Clear it and sign once more.")) from None
    check_signature(
        drawing,
        nothing=nothing,
        small=_("This is very small for a signature. Sign a little larger, or say yes aloud instead."),
    )
    return strokes
