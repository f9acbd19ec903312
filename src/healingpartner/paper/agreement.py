"""The agreement on paper: the exact words, both signatures as they were drawn, and the fingerprint of the text.

A copy without signatures has lines to sign by hand. The words are those of the wording, whatever the
language of the frame round them.
"""

from contextlib import nullcontext
from dataclasses import dataclass, field

from healingpartner.agreements.envelope import Envelope, Method, OnPaper, Role
from healingpartner.agreements.marks import OpenPoint
from healingpartner.agreements.model import IDENTITY_WORDS, SIGNERS, Signature
from healingpartner.agreements.on_paper.model import bound_to
from healingpartner.agreements.wording import Commitment, Wording
from healingpartner.foundation.clock import Instant
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper import fonts, ink, signature
from healingpartner.paper.codes import first_groups, grouped
from healingpartner.paper.glyphs import Piece
from healingpartner.paper.pages import Row
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.seal import SealMark
from healingpartner.paper.seal_page import explain_seal
from healingpartner.paper.stationery import Sheet

ROLE_WORDS = {
    Role.PATIENT: N_("The patient"),
    Role.PRACTITIONER: N_("The practitioner"),
    Role.REPRESENTATIVE: N_("For the patient"),
    Role.INTERPRETER: N_("The interpreter"),
    Role.WITNESS: N_("The witness"),
}
_VOICES = {Role.PATIENT: Voice.PATIENT, Role.REPRESENTATIVE: Voice.PATIENT, Role.PRACTITIONER: Voice.PRACTITIONER}
_SIGNATURE_HEIGHT = 84.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerSignature:
    """A signature under the words before a change. `number`: of the text it was given for."""

    name: str
    number: int
    signed_at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementCopy:
    """What one copy shows. `practitioner` and `patient`: names as they are to be read; `signatures` may be empty.

    version: number of the text; text_sha256: hexadecimal; made: when this copy was printed. seal: given when this copy
    is about to be sealed; it then says how anyone can check it.
    open: commitments that bind nobody, as the text marks them. former: signatures that a changed word left behind.
    """

    practitioner: str
    patient: str
    wording: Wording
    version: int
    text_sha256: str
    made: Instant
    signatures: tuple[Signature, ...] = field(default=())
    seal: SealMark | None = None
    open: tuple[OpenPoint, ...] = ()
    former: tuple[FormerSignature, ...] = ()


def agreement_paper(copy: AgreementCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The whole agreement, ready to be read, kept and, where it is not yet signed, signed by hand."""
    wording = copy.wording
    sheet = Sheet(
        title=wording.title, about=_about(copy, words), letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    sheet.heading(wording.title, level=1)
    between = words.say("{practitioner}, practitioner, and {patient}, patient").format(
        practitioner=isolated(copy.practitioner), patient=isolated(copy.patient)
    )
    sheet.para(between, colour=ink.OURS, role=fonts.Role.LABEL, small=True)
    sheet.gap(4)
    sheet.para(wording.opening)
    for number, one in enumerate(wording.commitments, start=1):
        _commitment(sheet, copy, number, one)
    sheet.gap(sheet.sizes.body)
    sheet.rule(ink.OURS, 1.2)
    sheet.gap(sheet.sizes.body * 0.6, keep=True)
    sheet.para(wording.closing)
    given: dict[Role, list[Signature]] = {}
    for signed in copy.signatures:
        given.setdefault(signed.envelope.role, []).append(signed)
    waiting = [role for role in SIGNERS if role is not Role.PATIENT or Role.REPRESENTATIVE not in given]
    with sheet.together():
        sheet.heading(words.say("We sign"))
        sheet.gap(4, keep=True)
        for role in dict.fromkeys((*waiting, *given)):
            for signed in given.get(role, ()):
                _signed(sheet, signed)
            if role not in given:
                _to_sign(sheet, role, copy)
        if not copy.signatures:
            _beside_us(sheet, copy.patient)
    _signed_papers(sheet, copy)
    _former(sheet, copy)
    _fingerprint(sheet, copy)
    if copy.seal is not None:
        explain_seal(sheet, copy.seal, by_hand=any(one.envelope.on_paper is not None for one in copy.signatures))
    return sheet.printed()


def _about(copy: AgreementCopy, words: Words) -> str:
    """The foot of each page: the person, and on a paper to be signed the code that tells which words it holds."""
    if copy.signatures:
        return copy.patient
    foot = words.say("{name} · words {code}")
    return foot.format(name=isolated(copy.patient), code=isolated(first_groups(copy.text_sha256)))


def _commitment(sheet: Sheet, copy: AgreementCopy, number: int, one: Commitment) -> None:
    labels = copy.wording.labels
    marks = [point.words for point in copy.open if point.commitment_id == one.id]
    # In large print a whole commitment would leave half pages empty; there its parts stay whole.
    with nullcontext() if sheet.paper.large else sheet.together():
        sheet.heading(f"{number}. {one.title}")
        for words in marks:
            sheet.para(words, colour=ink.OURS, role=fonts.Role.STRONG)
        sheet.voice(f"{labels.practitioner} · {isolated(copy.practitioner)}", one.practitioner, Voice.PRACTITIONER)
        with sheet.together():
            sheet.voice(f"{labels.patient} · {isolated(copy.patient)}", one.patient, Voice.PATIENT)
            if one.why:
                why = [Piece(f"{labels.why}: ", fonts.Role.LABEL, ink.SOFT), Piece(one.why, fonts.Role.TEXT, ink.SOFT)]
                sheet.text(why, size=sheet.sizes.small)


def _signed(sheet: Sheet, signed: Signature) -> None:
    """One signature with everything that was true when it was given, never torn over two pages."""
    words, envelope = sheet.words, signed.envelope
    voice = _VOICES.get(envelope.role, Voice.BOTH)
    moment = words.moment(envelope.signed_at)
    with sheet.together(), sheet.beside(voice):
        sheet.marked_label(words.say(ROLE_WORDS[envelope.role]), voice)
        if signed.drawing is not None:
            alt = words.say("Signature of {name}, drawn by hand").format(name=envelope.printed_name)
            tag = sheet.parent.add("Figure", alt=alt)
            edges = sheet.edges()
            sheet.row(
                Row(height=_SIGNATURE_HEIGHT, write=signature.drawn(tag, signed.drawing, edges, _SIGNATURE_HEIGHT))
            )
        elif envelope.typed_name:
            sheet.gap(8)
            sheet.text([Piece(envelope.typed_name, fonts.Role.SPEECH)], size=sheet.sizes.title * 0.8)
        if envelope.on_paper is None:
            sheet.rule(ink.EDGE)
        sheet.gap(3)
        sheet.text([Piece(envelope.printed_name, fonts.Role.STRONG)], size=sheet.sizes.body)
        if envelope.method is Method.TYPED:
            sheet.note(words.say("typed, with a spoken yes"))
        elif envelope.method is Method.MARK:
            sheet.note(words.say("a mark, made before a witness"))
        if envelope.on_paper is not None:
            _by_hand(sheet, envelope.on_paper)
        _capacity(sheet, envelope)
        states = words.say("{moment}, as this computer states it").format(
            moment=isolated(f"{moment} {envelope.signed_at.zone}")
        )
        brought = words.say("The paper was brought back: {moment}")
        sheet.note(states if envelope.on_paper is None else brought.format(moment=states))
        known = words.say("How it was known who signs: {how}").format(how=words.say(IDENTITY_WORDS[envelope.identity]))
        sheet.note(known)
        sheet.gap(3)
        for said in (envelope.intent, envelope.consent_on_screen, envelope.paper_offered):
            if said:
                sheet.text([Piece(said, fonts.Role.SERIF)], size=sheet.sizes.small)
    sheet.gap(sheet.sizes.body * 1.3)


def _capacity(sheet: Sheet, envelope: Envelope) -> None:
    """Why somebody signs who is neither of the two; what was seen stands in the sentence of the witness itself."""
    capacity = envelope.capacity
    if capacity is None:
        return
    if capacity.basis:
        said = sheet.words.say("Signs for {name}: {basis}")
        sheet.note(said.format(name=isolated(capacity.of), basis=isolated(capacity.basis)))
    if capacity.language:
        sheet.note(sheet.words.say("Interpreted: {language}").format(language=isolated(capacity.language)))


def _by_hand(sheet: Sheet, paper: OnPaper) -> None:
    """That the signature was given on paper, and the day written beside it."""
    words = sheet.words
    said = words.say("a mark made by hand on paper, before a witness; dated {day}") if paper.mark else words.say(
        "signed by hand on paper; dated {day}"
    )  # fmt: skip
    sheet.note(said.format(day=isolated(words.partial_date(PartialDate.read(paper.signed_on)))))


def _signed_papers(sheet: Sheet, copy: AgreementCopy) -> None:
    """The files that papers signed by hand were brought back as, each by its hash."""
    say, bound = sheet.words.say, bound_to(signed.envelope for signed in copy.signatures)
    if not bound:
        return
    with sheet.together():
        sheet.heading(say("The paper that was signed by hand"))
        sheet.note(
            say(
                "Signatures above were given by hand on paper. The paper is kept by the practice, scanned or "
                "photographed. Each file has a code (SHA-256) that would change with any change in it:"
            )
        )
        for code in bound:
            sheet.gap(4, keep=True)
            grouped(sheet, code)


def _to_sign(sheet: Sheet, role: Role, copy: AgreementCopy) -> None:
    """What signing says, and lines to sign by hand."""
    voice, said = _VOICES[role], copy.wording.signing
    name = copy.patient if role is Role.PATIENT else copy.practitioner
    with sheet.together(), sheet.beside(voice):
        sheet.marked_label(sheet.words.say(ROLE_WORDS[role]), voice)
        sheet.text(
            [Piece(said.patient_intent if role is Role.PATIENT else said.practitioner_intent, fonts.Role.SERIF)],
            size=sheet.sizes.small,
        )
        sheet.hand_line(sheet.words.say("Signature"), tall=True)
        sheet.text([Piece(name, fonts.Role.STRONG)], size=sheet.sizes.body)
        sheet.hand_line(sheet.words.say("Place and date"))
    sheet.gap(sheet.sizes.body * 1.3)


def _beside_us(sheet: Sheet, patient: str) -> None:
    """Room for somebody who signs for the patient, interprets, or has seen it."""
    say = sheet.words.say
    with sheet.together(), sheet.beside(Voice.BOTH):
        sheet.label(
            say("If someone signs for {name}, interprets, or is a witness").format(name=isolated(patient)), ink.OURS
        )
        sheet.hand_line(say("Name, and why this person signs"))
        sheet.hand_line(say("Signature, place and date"))
    sheet.gap(sheet.sizes.body * 1.3)


def _former(sheet: Sheet, copy: AgreementCopy) -> None:
    """Who signed other words before: those signatures stay there and bind nobody to these."""
    words = sheet.words
    for one in copy.former:
        sheet.note(
            words.say("{name} signed the words before the change (text {number}) on {day}.").format(
                name=isolated(one.name), number=words.number(one.number), day=words.date(one.signed_at, "long")
            )
        )


def _fingerprint(sheet: Sheet, copy: AgreementCopy) -> None:
    """The hash of the text, and where the ledger stood when the last signature was given."""
    words = sheet.words
    with sheet.together():
        sheet.heading(words.say("The fingerprint of these words"))
        sheet.note(
            words.say(
                "It is made from the exact text. If one letter of it changed, the fingerprint would change too. "
                "Version {version} of the text (SHA-256):"
            ).format(version=words.number(copy.version))
        )
        sheet.gap(4)
        grouped(sheet, copy.text_sha256)
        if copy.signatures:
            last = max(copy.signatures, key=lambda signed: signed.envelope.ledger_seq).envelope
            sheet.gap(8)
            sheet.note(
                words.say("The practice's ledger stood at line {line} when the last of us signed:").format(
                    line=words.number(last.ledger_seq)
                )
            )
            sheet.gap(4)
            grouped(sheet, last.ledger_head)
    sheet.gap(2)
