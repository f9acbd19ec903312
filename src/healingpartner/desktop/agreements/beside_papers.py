"""What stands beside an agreement on paper: made on the vault thread, handed to the one door out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from healingpartner.agreements.comparison import compare
from healingpartner.agreements.consents.model import Consent, ConsentWording
from healingpartner.agreements.endings.letters import LetterKind
from healingpartner.agreements.endings.views import letter, standing_ending
from healingpartner.agreements.library import PATIENT_CARRIED, starting_wording
from healingpartner.agreements.model import AgreementVersion
from healingpartner.agreements.renewals.views import renewal_of
from healingpartner.agreements.views import PersonAgreement, for_reading, versions_of
from healingpartner.desktop.desk import Desk
from healingpartner.desktop.leaving import Make
from healingpartner.desktop.letterhead import letterhead_of, paper_of
from healingpartner.exchange.release import Purpose
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _, spoken
from healingpartner.people.practitioner.views import practitioner
from healingpartner.practice import Practice

if TYPE_CHECKING:
    from healingpartner.paper.printed import Letterhead, Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """What to make, what is written down when it leaves, and a file name without anybody's name."""

    make: Make
    purpose: Purpose
    name: str


def blank_copy(desk: Desk) -> PaperOrder:
    """The blank copy that a patient can hand to any practitioner."""
    paper, words = paper_of(desk.settings), spoken()

    def make(_practice: Practice) -> "Printed":
        from healingpartner.paper.carried_copy import CarriedCopy, carried_paper

        wording = starting_wording(PATIENT_CARRIED, words.locale)
        return carried_paper(CarriedCopy(wording=wording, made=desk.clock.now()), words=words, paper=paper)

    what = _("Blank copy to give away")
    purpose = Purpose(what=what, to_whom=_("Whoever takes it"), why=_("To hand to any practitioner"), person_id=None)
    return PaperOrder(make=make, purpose=purpose, name=what)


def plain_beside_full(desk: Desk, found: PersonAgreement) -> PaperOrder:
    """The plain version beside the full one."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.plain_agreement import PlainCopy, plain_paper

        here = _read(practice, found)
        if here.version is None:
            raise _unreadable()
        copy = PlainCopy(
            practitioner=here.names.practitioner,
            patient=here.names.patient,
            wording=here.version.wording,
            open=here.version.body.open,
            made=desk.clock.now(),
        )
        return plain_paper(copy, letterhead=_letterhead(practice), words=words, paper=paper)

    what = _("Agreement, plain words beside the full ones")
    return PaperOrder(make=make, purpose=_for(found, what, _("To read in peace")), name=_("Plain words"))


def comparison(desk: Desk, found: PersonAgreement, numbers: tuple[int, int] | None = None) -> PaperOrder:
    """Two texts beside each other: those of these numbers, or else the present one and the one before it."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.comparison import ComparisonCopy, comparison_paper

        here = _read(practice, found)
        texts = practice.ask(versions_of, _id_of(found))
        if len(texts) < 2:
            raise Refused(_("There is only one version so far."))
        former, present = texts[-2:] if numbers is None else _numbered(texts, numbers)
        commitments = (*former.wording.commitments, *present.wording.commitments)
        copy = ComparisonCopy(
            patient=here.names.patient,
            title=present.wording.title,
            comparison=compare(former.body, present.body, numbers=(former.number, present.number)),
            titles={one.id: one.title for one in commitments},
            made=desk.clock.now(),
        )
        return comparison_paper(copy, letterhead=_letterhead(practice), words=words, paper=paper)

    what = _("Agreement, two versions side by side")
    return PaperOrder(make=make, purpose=_for(found, what, _("To see what has changed")), name=_("What has changed"))


def renewal_sheet(desk: Desk, found: PersonAgreement) -> PaperOrder:
    """The sheet for looking at the promises again."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.renewal_sheet import RenewalCopy, renewal_paper

        here = _read(practice, found)
        now = desk.clock.now()
        standing = practice.ask(renewal_of, _id_of(found), today=now.local().date())
        if standing is None:
            raise _unreadable()
        last = standing.open_review or next(iter(standing.finished), None)
        copy = RenewalCopy(
            practitioner=here.names.practitioner,
            patient=here.names.patient,
            wording=standing.wording,
            signed=standing.signed,
            made=now,
            answers=() if last is None else last.answers,
        )
        return renewal_paper(copy, letterhead=_letterhead(practice), words=words, paper=paper)

    what = _("Sheet for renewing")
    return PaperOrder(make=make, purpose=_for(found, what, _("To look at the promises again")), name=what)


def letter_paper(desk: Desk, found: PersonAgreement, letter_id: str, kind: LetterKind) -> PaperOrder:
    """A letter: a goodbye to the patient, or to whoever walks on with them."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.ending_letter import ClosingLetter, ending_paper
        from healingpartner.paper.hand_on_letter import HandOnLetter, hand_on_paper

        kept, head = practice.ask(letter, letter_id), _letterhead(practice)
        names, said = found.names, kept.words
        if said.kind is not LetterKind.CLOSING:
            handed = HandOnLetter(
                practitioner=names.practitioner, patient=names.patient, words=said, made=desk.clock.now()
            )
            return hand_on_paper(handed, letterhead=head, words=words, paper=paper)
        ending = practice.ask(standing_ending, found.person_id)
        closing = ClosingLetter(
            practitioner=names.practitioner,
            patient=names.patient,
            called=names.called,
            made=desk.clock.now(),
            last_day=None if ending is None else ending.last_day,
            opening=said.opening,
            closing=said.closing,
            practitioner_words="" if ending is None else ending.practitioner_words,
            patient_words="" if ending is None else ending.patient_words,
            steps=() if ending is None else ending.steps,
        )
        return ending_paper(closing, letterhead=head, words=words, paper=paper)

    what = {
        LetterKind.CLOSING: _("Closing letter"),
        LetterKind.RELEASE: _("Release letter"),
        LetterKind.REFERRAL: _("Referral letter"),
    }[kind]
    return PaperOrder(make=make, purpose=_for(found, what, _("So that the way goes on well")), name=what)


def consent_order(desk: Desk, found: PersonAgreement, wording: ConsentWording, given: Consent | None) -> PaperOrder:
    """One notice or consent, as it was given or to be signed by hand."""
    paper, words = paper_of(desk.settings), spoken()

    def make(practice: Practice) -> "Printed":
        from healingpartner.paper.consent_paper import ConsentCopy, consent_paper

        copy = ConsentCopy(
            patient=found.names.patient,
            wording=wording if given is None else given.wording,
            made=desk.clock.now(),
            given=None if given is None else (given.given, given.way),
        )
        return consent_paper(copy, letterhead=_letterhead(practice), words=words, paper=paper)

    purpose = _for(found, _("Notice or consent"), _("The patient's own copy"))
    return PaperOrder(make=make, purpose=purpose, name=_("Notice or consent"))


def _read(practice: Practice, found: PersonAgreement) -> PersonAgreement:
    return practice.ask(for_reading, _id_of(found))


def _numbered(texts: Sequence[AgreementVersion], numbers: tuple[int, int]) -> tuple[AgreementVersion, ...]:
    by_number = {one.number: one for one in texts}
    if not set(numbers) <= set(by_number):
        raise Refused(_("One of these texts cannot be read any more."))
    return tuple(by_number[number] for number in numbers)


def _id_of(found: PersonAgreement) -> str:
    return "" if found.agreement is None else found.agreement.id


def _letterhead(practice: Practice) -> "Letterhead":
    return letterhead_of(practice.ask(practitioner))


def _for(found: PersonAgreement, what: str, why: str) -> Purpose:
    return Purpose(what=what, to_whom=found.names.patient, why=why, person_id=found.person_id)


def _unreadable() -> Refused:
    return Refused(_("The words of this agreement cannot be read any more."))
