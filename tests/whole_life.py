"""One invented practice that has lived a little: real acts that leave a row in every table.

`live` walks the PARTS in order. A new table gets its rows in a part of its own, last, so that a practice of an
older schema can be lived up to the part it knows.
"""

import io
from pathlib import Path
from tempfile import TemporaryDirectory

from agreements.by_hand import brought_back, by_patient, scan_at
from agreements.signing import SEEN, drawn, offered, patient_signs, practitioner_signs, signed, typed
from exchange.sealed import kept_copy
from healingpartner.agreements.acts import think_about_it
from healingpartner.agreements.consents import acts as consents
from healingpartner.agreements.consents.library import consent_wording
from healingpartner.agreements.consents.model import ConsentKind, Way
from healingpartner.agreements.endings import acts as endings
from healingpartner.agreements.endings.letters import LetterKind, LetterWords
from healingpartner.agreements.endings.model import EndingAsked, StepKind
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.negotiation import acts as negotiation
from healingpartner.agreements.negotiation.model import Stance
from healingpartner.agreements.own.acts import keep_wording, set_wording_aside
from healingpartner.agreements.practising.acts import adopt_commitment
from healingpartner.agreements.practising.model import Practised
from healingpartner.agreements.renewals import acts as renewals
from healingpartner.agreements.renewals.model import SIDES, Choice, RenewalAnswer
from healingpartner.exchange import release
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Hand, Place, Voice
from healingpartner.journal import acts as journal
from healingpartner.journal.model import HardWay, Kind
from healingpartner.journal.reflections import acts as reflections
from healingpartner.journal.repairs import acts as repairs
from healingpartner.journal.repairs.model import Statement
from healingpartner.people import acts as people
from healingpartner.people.answers import Answer, Said
from healingpartner.people.lens_words.acts import keep_words, set_words_aside
from healingpartner.people.lens_words.model import WordsAsked
from healingpartner.people.model import Contact, ContactKind, Identifier, Link, LinkKind, Particulars
from healingpartner.people.partnership import State
from healingpartner.people.practitioner.acts import introduce_self, set_practitioner
from healingpartner.people.practitioner.model import Practitioner
from healingpartner.people.questions import Group, of_group
from healingpartner.people.views import record
from healingpartner.practice import Practice
from healingpartner.vault.drafts import Draft
from healingpartner.vault.files import attach
from healingpartner.visits.appointments import acts as appointments
from journal.writing import levels, sealed_by_both
from plans.living import lived
from visits.whole_visit import live_visits

DESK, OTHER = Voice.PRACTITIONER, Voice.PATIENT
THROUGH_HELP = Hand(typed_by=Voice.PRACTITIONER, place=Place.TURNED, through="Invented Interpreter")
ATTACHED = b"As it was scanned. " * 4_000


def live(practice: Practice) -> None:
    """All PARTS, one after the other."""
    for part in PARTS:
        part(practice)


def _practitioner(practice: Practice) -> None:
    given = Practitioner(name="Amara Osei", title="Counsellor", practice_name="Elm Street", email="amara@example.org")
    practice.do(set_practitioner, given, by=DESK)
    practice.do(introduce_self, [Answer(question=of_group(Group.MEETING)[0].key, words="I walk a lot.")], by=DESK)


def _people(practice: Practice) -> None:
    mira = practice.do(
        people.add_person,
        Particulars(
            legal_name="María Mirabai Østergård-Núñez",
            preferred_name="Mira",
            called="Mira",
            pronouns="she/her",
            birth_date=PartialDate(year=1980, month=5),
            address="4 Elm Street\nSpringfield",
            language="Español",
            contacts=(Contact(kind=ContactKind.PHONE, value="+49 30 555 0199", note="in the evening"),),
            links=(Link(kind=LinkKind.EMERGENCY, name="Sara", relation="my sister", reach="555 0111"),),
            identifiers=(Identifier(system="Invented insurance", value="A 123"),),
        ),
        answers=[
            Answer(question="matters", words="My garden"),
            Answer(question="touch", choice="none"),
            Answer(question="money", amount=Money(minor=4_050, currency="EUR")),
        ],
        by=DESK,
    )
    wang = practice.do(people.add_person, Particulars(legal_name="王小明", birth_date=PartialDate(year=1975)), by=DESK)
    twin = practice.do(people.add_person, Particulars(legal_name="Myra Ostergard Nunez"), by=DESK)
    practice.do(people.link_people, mira, wang, kind=LinkKind.FAMILY, relation="brother-in-law", by=DESK)
    kept = practice.ask(record, mira)
    practice.do(people.change_person, mira, kept.particulars, base=kept.base, by=DESK)
    practice.do(
        people.set_preferences, mira, [Answer(question="touch", said=Said.NOT_NOW)], by=OTHER, hand=THROUGH_HELP
    )
    practice.do(people.merge, twin, into_id=mira, by=DESK)
    practice.do(people.move_partnership, wang, State.PARTNERS, since=PartialDate(year=2020), by=DESK)
    practice.do(people.archive, wang, by=DESK)
    erased = practice.do(people.add_person, Particulars(legal_name="Nobody Any More"), by=DESK)
    practice.erase_person(erased)
    practice.keep_draft(
        Draft(
            subject_id=mira, form="person", voice=DESK, began_from=3, body='{"version":1}',
            saved_at=practice.vault.clock.now(),
        )
    )  # fmt: skip


def _agreements(practice: Practice) -> None:
    person_id, _agreement, _version = signed(practice, "Layla Rahimi")
    _second, agreement_id, version_id = offered(practice, "Ivo Typed")
    patient_signs(practice, agreement_id, version_id, typed("Ivo Typed", "ivo typed"))
    prepared = practice.files.prepare(io.BytesIO(ATTACHED), person_id=person_id)
    practice.do(attach, prepared, name="scan.txt", media_type="text/plain", by=DESK)
    purpose = release.Purpose(what="Agreement", to_whom="Layla Rahimi", why="asked for it", person_id=person_id)
    release.ended(practice, release.begin_printing(practice, _Page(), purpose), release.Outcome.LEFT)


def _negotiation(practice: Practice) -> None:
    _person, agreement_id, _version = offered(practice, "Nadia Asks")
    own = "I will say what I think."
    practice.do(
        negotiation.answer_commitment, agreement_id, "equals", Stance.REWORDED, patient=own,
        by=OTHER, hand=ON_THE_TURNED_VIEW,
    )  # fmt: skip
    practice.do(negotiation.accept_rewording, agreement_id, "equals", reason="Gladly.", by=DESK)
    changed = practice.do(negotiation.offer_changed, agreement_id, by=DESK)
    patient_signs(practice, agreement_id, changed, drawn("Nadia Asks"))
    practitioner_signs(practice, agreement_id, changed)
    practice.do(negotiation.talk_over_again, agreement_id, by=OTHER)


def _renewing_and_ending(practice: Practice) -> None:
    person_id, agreement_id, _version = signed(practice, "Esi Renews")
    practice.do(renewals.move_renewal, agreement_id, renew_on="2027-03-01", by=OTHER)
    review_id = practice.do(renewals.begin_review, agreement_id, by=Voice.BOTH)
    for voice in SIDES:
        kept = [RenewalAnswer(commitment_id=each, voice=voice, choice=Choice.KEEP) for each in sorted(SEEN)]
        practice.do(renewals.answer, review_id, kept, by=voice)
    practice.do(renewals.finish_review, review_id, by=Voice.BOTH)
    remote = practice.do(
        consents.give, person_id, wording=consent_wording(ConsentKind.REMOTE_VISIT), way=Way.SAID, by=OTHER
    )
    practice.do(consents.take_back, remote, way=Way.SAID, by=OTHER)
    steps = [(StepKind.RECORD_COPY, "A copy of the record")]
    practice.do(endings.begin_ending, person_id, EndingAsked(), steps=steps, by=OTHER)
    practice.do(endings.resume, person_id, patient_words="I am back.", by=OTHER)
    letter = LetterWords(kind=LetterKind.RELEASE, to_whom="Dr. Invented", opening="Thank you for taking over.")
    practice.do(endings.write_letter, person_id, letter, by=DESK)


def _own_words_and_practising(practice: Practice) -> None:
    own_id = practice.do(keep_wording, starting_wording(), by=DESK)
    practice.do(set_wording_aside, own_id, by=DESK)
    practice.do(
        adopt_commitment, "equals", title="As equals", state=Practised.PRACTISING, note="I still interrupt.", by=DESK
    )


def _sealed_copies(practice: Practice) -> None:
    _person, agreement_id, _version = signed(practice, "Sora Sealed")
    kept_copy(practice, agreement_id)


def _signed_on_paper(practice: Practice) -> None:
    _person, agreement_id, version_id = offered(practice, "Paula Paper")
    practice.do(think_about_it, agreement_id, ask_again_on="2027-01-15", by=DESK)
    with TemporaryDirectory() as folder:
        page = scan_at(Path(folder))
        brought_back(practice, agreement_id, version_id, [page], by_patient("Paula Paper"))


def _plans(practice: Practice) -> None:
    lived(practice, "Lena Lives")


def _appointments(practice: Practice) -> None:
    person_id = practice.do(people.add_person, Particulars(legal_name="Ada Appointed"), by=DESK)
    at = practice.vault.clock.wall(practice.vault.clock.now().local().date(), 17 * 60)
    (one,) = practice.do(appointments.make_appointments, person_id, [at], minutes=50, about="First talk", by=DESK)
    practice.do(appointments.cancel_appointment, one, words="A cold.", by=OTHER)
    practice.do(appointments.wait_for_a_place, person_id, suits="mornings", by=OTHER)


def _journal(practice: Practice) -> None:
    person_id = practice.do(people.add_person, Particulars(legal_name="Jonah Journals"), by=DESK)
    entry = practice.do(journal.share, person_id, Kind.QUESTION, "Why this and not that?", by=OTHER)
    practice.do(journal.reply, entry, "Because it acts faster.", by=DESK)
    practice.do(journal.take_back, entry, by=OTHER)
    offer = practice.do(journal.offer_hard_thing, person_id, by=DESK)
    practice.do(journal.answer_hard_offer, offer, HardWay.IN_WRITING, by=OTHER)
    side = levels(4, 3, 2, 4, 3, 4, 1, 2, valued="You waited for me.")
    reflection_id, _dealt = sealed_by_both(practice, person_id, side, levels(*[3] * 8))
    practice.do(reflections.open_together, reflection_id, side, by=OTHER)
    practice.do(repairs.say, person_id, Statement(when="you looked at the clock", felt="rushed"), by=OTHER)


def _words_to_look_at(practice: Practice) -> None:
    asked = WordsAsked(language="en", words="nerves", instead=("worry",), reason="My teacher said it.")
    practice.do(keep_words, asked, by=DESK)
    other = practice.do(keep_words, WordsAsked(language="es", words="nervios", instead=("miedo",)), by=DESK)
    practice.do(set_words_aside, other, by=DESK)


class _Page:
    pdf = b"%PDF-1.7"


PARTS = (
    _practitioner,
    _people,
    _agreements,
    _negotiation,
    _renewing_and_ending,
    _sealed_copies,
    _own_words_and_practising,
    _signed_on_paper,
    _plans,
    _appointments,
    _journal,
    live_visits,
    _words_to_look_at,
)
