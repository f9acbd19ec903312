"""Many acts in one transaction: people added, agreements offered and signed, answers given, addresses changed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Concatenate, ParamSpec, TypeVar

from healingpartner.agreements.acts import offer, sign_as_patient, sign_as_practitioner, talk_over, think_about_it
from healingpartner.agreements.envelope import Identity
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import Signing
from healingpartner.agreements.views import agreement_of
from healingpartner.demo.invented import Inventor
from healingpartner.demo.lists import lists
from healingpartner.foundation.voices import BY_COMMAND, Voice
from healingpartner.people.acts import add_person, change_person, introduce, set_preferences
from healingpartner.people.views import record
from healingpartner.practice import Practice, name_of_act
from healingpartner.vault.transaction import Transaction

TALKED_OVER, THINKING, SIGNED_BY_BOTH, SIGNING = 0.5, 0.2, 0.7, 0.8  # of those offered the agreement, as limits

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offer:
    """An agreement on the way: whose, which, and how far it will come."""

    name: str
    agreement_id: str
    version_id: str
    fate: float


def act(tx: Transaction, what: Callable[Concatenate[Transaction, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """One act of many in an open transaction, under its own name and id."""
    tx.begin_act(name_of_act(what))
    return what(tx, *args, **kwargs)


def one_by_one(practice: Practice, acts: Iterable[tuple[Callable[..., object], tuple[object, ...]]]) -> None:
    """Acts of the practitioner, each in a transaction of its own."""
    for what, args in acts:
        practice.do(what, *args, by=Voice.PRACTITIONER, hand=BY_COMMAND)


def add_people(practice: Practice, inventor: Inventor, chance: Random, count: int, offered: float) -> list[str]:
    """`count` new people; that share of them is `offered` the agreement, thinks about it, or signs it. Their ids."""
    ids, offers = practice.do(_add_and_offer, inventor, chance, count, offered, by=Voice.PRACTITIONER, hand=BY_COMMAND)
    if offers:
        practice.do(_patients_sign, inventor, offers, by=Voice.PATIENT, hand=BY_COMMAND)
        practice.do(_practitioner_signs, inventor, offers, by=Voice.PRACTITIONER, hand=BY_COMMAND)
    return ids


def go_on(practice: Practice, inventor: Inventor, ids: Sequence[str], *, turn: int) -> None:
    """One more entry for each of `ids`: by turns what patients answer, and what the practitioner keeps up to date."""
    if turn % 3 == 2:
        practice.do(_keep_up, inventor, ids, by=Voice.PRACTITIONER, hand=BY_COMMAND)
    else:
        practice.do(_answer, inventor, ids, turn % 3 == 1, by=Voice.PATIENT, hand=BY_COMMAND)


def _add_and_offer(
    tx: Transaction, inventor: Inventor, chance: Random, count: int, offered: float
) -> tuple[list[str], list[_Offer]]:
    ids, offers = [], []
    for _person in range(count):
        given, is_offered, fate = inventor.person(), chance.random() < offered, chance.random()
        person_id = act(tx, add_person, given, answers=inventor.answers())
        ids.append(person_id)
        if not is_offered:
            continue
        agreement_id = act(tx, offer, person_id, wording=starting_wording())
        if fate < TALKED_OVER:
            act(tx, talk_over, agreement_id)
        agreement = agreement_of(tx, person_id).agreement
        if agreement is not None:
            offers.append(
                _Offer(
                    name=given.legal_name or given.shown(),
                    agreement_id=agreement_id,
                    version_id=agreement.version_id,
                    fate=fate,
                )
            )
    return ids, offers


def _patients_sign(tx: Transaction, inventor: Inventor, offers: Sequence[_Offer]) -> None:
    for each in offers:
        if each.fate < THINKING:
            act(tx, think_about_it, each.agreement_id)
        elif each.fate < SIGNING:
            signing = _signing(each.name, inventor)
            act(tx, sign_as_patient, each.agreement_id, version_id=each.version_id, signing=signing)


def _practitioner_signs(tx: Transaction, inventor: Inventor, offers: Sequence[_Offer]) -> None:
    for each in offers:
        if THINKING <= each.fate < SIGNED_BY_BOTH:
            signing = _signing(lists().practitioner["name"], inventor)
            act(tx, sign_as_practitioner, each.agreement_id, version_id=each.version_id, signing=signing)


def _signing(name: str, inventor: Inventor) -> Signing:
    return Signing(
        printed_name=name,
        identity=Identity.KNOWN_IN_PERSON,
        consent_on_screen=True,
        paper_offered=True,
        seen=frozenset(one.id for one in starting_wording().commitments),
        drawing=inventor.signature(),
    )


def _answer(tx: Transaction, inventor: Inventor, ids: Sequence[str], meeting: bool) -> None:
    for person_id in ids:
        if meeting:
            act(tx, introduce, person_id, inventor.introduction())
        else:
            act(tx, set_preferences, person_id, inventor.answers(share=0.1))


def _keep_up(tx: Transaction, inventor: Inventor, ids: Sequence[str]) -> None:
    for person_id in ids:
        kept = record(tx, person_id)
        act(tx, change_person, person_id, inventor.with_new_contact(kept.particulars), base=kept.base, sure=True)
