"""Invented people and signatures for the tests of paper."""

from math import cos, pi, sin

from healingpartner.agreements.envelope import Drawn, Envelope, Identity, Method, Role
from healingpartner.agreements.library import starting_wording
from healingpartner.agreements.model import Signature
from healingpartner.agreements.wording import MEDIA_TYPE, exact_text, text_sha256
from healingpartner.foundation.strokes import Drawing, Point
from healingpartner.paper.agreement import AgreementCopy
from healingpartner.paper.asked import Asked, Section
from healingpartner.paper.person_sheet import PersonCard
from healingpartner.paper.practitioner_sheet import Introduction
from healingpartner.paper.recovery_sheet import RecoverySheet
from paper.elm import NOON

WORDING = starting_wording()
FINGERPRINT = text_sha256(exact_text(WORDING))
HEAD = "9f2c" * 16


def drawing(loops: int = 7, points: int = 160) -> Drawing:
    """A looping hand that presses and lets go, and a short stroke below it."""
    first = tuple(
        Point(
            x=400 + at * 5400 // points,
            pressure=450 + int(400 * sin(at / 9)),
            t=at * 8,
            y=1500 + int((900 - at * 4) * sin(at * loops * 2 * pi / points) + 90 * cos(at / 3)),
        )
        for at in range(points)
    )
    second = tuple(
        Point(x=700 + at * 230, y=2350 - at * at, pressure=300 + at * 25, t=2000 + at * 8) for at in range(24)
    )
    return Drawing(width=8000, height=3000, strokes=(first, second))


def signature(role: Role, name: str, *, typed: str = "", seq: int = 41) -> Signature:
    """A signature of this name, drawn unless `typed` is given."""
    said = WORDING.signing
    strokes = None if typed else drawing(7 if role is Role.PATIENT else 4)
    envelope = Envelope(
        agreement_id="a",
        version_id="v",
        version_number=1,
        media_type=MEDIA_TYPE,
        text_sha256=FINGERPRINT,
        role=role,
        printed_name=name,
        identity=Identity.KNOWN_IN_PERSON,
        intent=said.patient_intent if role is Role.PATIENT else said.practitioner_intent,
        consent_on_screen=said.consent_on_screen,
        paper_offered=said.paper_offered,
        method=Method.TYPED if typed else Method.STROKES,
        drawn=None if typed else Drawn(sha256="0" * 64, points=184, width=8000, height=3000),
        typed_name=typed,
        spoken_yes=bool(typed),
        signed_at=NOON,
        ledger_seq=seq,
        ledger_head=HEAD,
        app_version="0.1",
        previous_sha256=None,
    )
    return Signature(
        id=role.value,
        person_id="p",
        agreement_id="a",
        version_id="v",
        envelope=envelope,
        envelope_sha256="0" * 64,
        drawing=strokes,
    )


def agreement_copy(
    patient: str = "Mira Rahimi", practitioner: str = "Dr. Amara Osei", *, signed: bool = True, typed: str = ""
) -> AgreementCopy:
    """The starting agreement between these two, signed by both or by nobody."""
    signatures = (
        (
            signature(Role.PATIENT, patient, typed=typed),
            signature(Role.PRACTITIONER, practitioner, seq=42),
        )
        if signed
        else ()
    )
    return AgreementCopy(
        practitioner=practitioner,
        patient=patient,
        wording=WORDING,
        version=1,
        text_sha256=FINGERPRINT,
        made=NOON,
        signatures=signatures,
    )


CODE = ("7K3Q", "M9XB", "2H4T", "WZ8R", "P5CV", "JD6N", "Y0FG", "A1SE", "RM")
RECOVERY = RecoverySheet(practice="Elm Street practice", groups=CODE, made=NOON, slot=bytes(range(150)))
INTRODUCTION = Introduction(
    name="Dr. Amara Osei",
    called="Amara",
    made=NOON,
    answers=(
        Asked(
            question="Where is home for you, and who or what lives there?",
            answer="By the canal, with two loud parrots.",
        ),
        Asked(question="What can make you forget the time?", answer="Bread. The smell of it at five in the morning."),
        Asked(
            question="Which turn in your life made you who you are?",
            answer="My mother's long illness. She was never asked what she wanted.",
        ),
        Asked(question="What helps you to trust someone new?", answer="A plain answer, and a plain «I do not know»."),
        Asked(
            question="What would you like me to know that no form ever asks?",
            answer="I hum when I think. Tell me if it bothers you.",
        ),
    ),
)


def person_card(
    name: str = "Mira Rahimi",
    called: str = "Mira",
    matters: str = "To garden with my granddaughter through the summer.",
) -> PersonCard:
    """What an invented patient told."""
    return PersonCard(
        name=name,
        called=called,
        matters=matters,
        made=NOON,
        names=(Asked(question="Pronouns", answer="she / her"), Asked(question="Language", answer="English, فارسی")),
        sections=(
            Section(
                title="Settled and unsettled",
                answers=(
                    Asked(
                        question="What settles you when things get hard?", answer="A window. A minute without words."
                    ),
                    Asked(question="What unsettles you?", answer="Hands from behind."),
                ),
            ),
            Section(
                title="Body and privacy",
                answers=(
                    Asked(question="What should happen before you are touched?", answer="Ask me, each time"),
                    Asked(question="Shall we talk while you are dressed?", answer="Yes, talk dressed first"),
                ),
            ),
            Section(title="Money and time", answers=(Asked(question="Nothing said", answer=" "),)),
        ),
    )
