"""Invented people who offer, read and sign; shared by the tests of this room."""

from dataclasses import replace

from healingpartner.agreements.acts import offer, sign_as_patient, sign_as_practitioner
from healingpartner.agreements.envelope import Identity
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import Signing
from healingpartner.agreements.views import agreement_of
from healingpartner.foundation.strokes import Drawing, Point
from healingpartner.foundation.voices import ON_THE_TURNED_VIEW, Voice
from healingpartner.people.acts import add_person
from healingpartner.people.model import Particulars
from healingpartner.practice import Practice

SEEN = frozenset(one.id for one in starting_wording().commitments)


def wave(points: int = 40, *, width: int = 5_000, height: int = 1_600, start: int = 0) -> Drawing:
    """One stroke that runs across the pad."""
    stroke = tuple(
        Point(
            x=width * n // points,
            y=height // 2 + (n % 5 - 2) * height // 20,
            pressure=500 + n % 100,
            t=start + n * 15,
        )
        for n in range(points)
    )
    return Drawing(width=width, height=height, strokes=(stroke,))


def drawn(name: str = "Mira Rahimi", drawing: Drawing | None = None) -> Signing:
    """A drawn signature with everything that it needs."""
    return Signing(
        printed_name=name,
        identity=Identity.KNOWN_IN_PERSON,
        consent_on_screen=True,
        paper_offered=True,
        seen=SEEN,
        drawing=drawing or wave(),
    )


def typed(name: str = "Mira Rahimi", as_typed: str = "mira rahimi") -> Signing:
    """A typed name with a spoken yes."""
    return replace(drawn(name), drawing=None, typed_name=as_typed, spoken_yes=True)


def add(practice: Practice, name: str = "Mira Rahimi") -> str:
    """A person of the practice."""
    return practice.do(add_person, Particulars(legal_name=name), by=Voice.PRACTITIONER)


def offered(practice: Practice, name: str = "Mira Rahimi") -> tuple[str, str, str]:
    """A person with an offered agreement: ids of the person, the agreement and its text."""
    person_id = add(practice, name)
    agreement_id = practice.do(offer, person_id, wording=starting_wording(), by=Voice.PRACTITIONER)
    agreement = practice.ask(agreement_of, person_id).agreement
    assert agreement is not None
    return person_id, agreement_id, agreement.version_id


def patient_signs(practice: Practice, agreement_id: str, version_id: str, signing: Signing | None = None) -> str:
    """The patient signs on the turned view."""
    return practice.do(
        sign_as_patient,
        agreement_id,
        version_id=version_id,
        signing=signing or drawn(),
        by=Voice.PATIENT,
        hand=ON_THE_TURNED_VIEW,
    )


def practitioner_signs(practice: Practice, agreement_id: str, version_id: str, signing: Signing | None = None) -> str:
    """The practitioner signs at the desk."""
    return practice.do(
        sign_as_practitioner,
        agreement_id,
        version_id=version_id,
        signing=signing or drawn("Amara Osei"),
        by=Voice.PRACTITIONER,
    )


def signed(practice: Practice, name: str = "Mira Rahimi") -> tuple[str, str, str]:
    """A person with an agreement that both have signed."""
    person_id, agreement_id, version_id = offered(practice, name)
    patient_signs(practice, agreement_id, version_id, drawn(name))
    practitioner_signs(practice, agreement_id, version_id)
    return person_id, agreement_id, version_id
