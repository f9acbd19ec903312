"""Verifying an agreement: everything that its signatures bind is computed again, and each finding is named.

The whole chain of the ledger is proved elsewhere (`check`); here it is asked whether the lines that the signatures
name still stand, and whether the rows are the ones the ledger wrote down.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from healingpartner.agreements import store
from healingpartner.agreements.envelope import Envelope, Method, Role
from healingpartner.agreements.marks import full_text
from healingpartner.agreements.model import SIGNERS, Agreement, Signature, State
from healingpartner.agreements.on_paper.model import CODE_DIGITS
from healingpartner.agreements.on_paper.views import scans_are_bound
from healingpartner.agreements.signers.model import sides_signed
from healingpartner.agreements.wording import text_sha256
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.strokes import drawing_body
from healingpartner.foundation.words import N_, _
from healingpartner.vault.canonical import canonical, read_canonical, sha256_hex
from healingpartner.vault.history import versions_for_person
from healingpartner.vault.reading import Reader, Value, as_mapping, words
from healingpartner.vault.transaction import Table


class Subject(StrEnum):
    """What a check looks at."""

    TEXT = "text"
    COMMITMENTS = "commitments"
    ENVELOPE = "envelope"
    BINDING = "binding"
    DRAWING = "drawing"
    PAPER = "paper"
    ORDER = "order"
    LEDGER = "ledger"
    RECORD = "record"
    SIGNERS = "signers"


HOLDS = {
    Subject.TEXT: N_("The text is letter for letter the one that was written down."),
    Subject.COMMITMENTS: N_("The commitments shown on screen make exactly this text."),
    Subject.ENVELOPE: N_("What was written down about this signature is unchanged."),
    Subject.BINDING: N_("This signature belongs to this agreement and to this text."),
    Subject.DRAWING: N_("The drawn strokes are the ones that were given."),
    Subject.PAPER: N_("The scan of the signed paper is the one that was brought back."),
    Subject.ORDER: N_("Each signature is bound to the one before it."),
    Subject.LEDGER: N_("The place in the record where it was signed still stands."),
    Subject.RECORD: N_("Everything is as the record wrote it down."),
    Subject.SIGNERS: N_("The signatures fit how the agreement stands."),
}
AMISS = {
    Subject.TEXT: N_("The text is not the one that was written down: it was altered."),
    Subject.COMMITMENTS: N_("The commitments shown on screen do not make this text: one of the two was altered."),
    Subject.ENVELOPE: N_("What was written down about this signature was altered."),
    Subject.BINDING: N_("This signature was given for another agreement or another text."),
    Subject.DRAWING: N_("The drawn strokes are not the ones that were given."),
    Subject.PAPER: N_("The scan of the signed paper is not the one that was brought back, or is gone."),
    Subject.ORDER: N_("A signature is missing, or stands out of order."),
    Subject.LEDGER: N_("The place in the record where it was signed is not there any more."),
    Subject.RECORD: N_("Something here is not as the record wrote it down."),
    Subject.SIGNERS: N_("The signatures do not fit how the agreement stands."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One finding. `name`: stable, "text" or "patient: drawing"; `whose`: the role, or "" for the agreement itself."""

    subject: Subject
    whose: str
    holds: bool

    @property
    def name(self) -> str:
        """A stable name for code and tests."""
        return f"{self.whose}: {self.subject.value}" if self.whose else self.subject.value

    def sentence(self) -> str:
        """The finding in the language of the screen."""
        return _((HOLDS if self.holds else AMISS)[self.subject])


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedAgreement:
    """What verifying found. `signed`: whether both have signed, as the agreement states it."""

    agreement_id: str
    signed: bool
    checks: tuple[Check, ...]

    @property
    def whole(self) -> bool:
        """Whether every check holds."""
        return all(check.holds for check in self.checks)

    def amiss(self) -> tuple[str, ...]:
        """The names of the checks that do not hold."""
        return tuple(check.name for check in self.checks if not check.holds)

    def sentence(self) -> str:
        """The verdict in words."""
        if not self.whole:
            return _("Something here was altered. What it is stands below; your backups may hold the agreement whole.")
        return (
            _("Whole, and as it was signed.")
            if self.signed
            else _("Nothing here was altered. A signature is still to come.")
        )


def verify(db: Reader, agreement_id: str) -> VerifiedAgreement:
    """Check an agreement, its present text and every signature; Refused when there is no such agreement."""
    agreement = store.agreement_with(db, agreement_id)
    if agreement is None:
        raise Refused(_("There is no such agreement in this practice."))
    rows = store.signature_rows(db, agreement_id)
    checks = [*_text_checks(db, agreement.version_id)]
    previous: str | None = None
    in_order = True
    for row in rows:
        signature = _read(row)
        checks += _signature_checks(db, agreement, row, signature)
        in_order = in_order and signature is not None and signature.envelope.previous_sha256 == previous
        previous = row.envelope_sha256
    checks += [
        Check(subject=Subject.ORDER, whose="", holds=in_order),
        Check(subject=Subject.RECORD, whose="", holds=_as_written(db, agreement, rows)),
        Check(subject=Subject.SIGNERS, whose="", holds=_signers_fit(agreement, rows)),
    ]
    return VerifiedAgreement(agreement_id=agreement_id, signed=agreement.signed is not None, checks=tuple(checks))


def _text_checks(db: Reader, version_id: str) -> Iterator[Check]:
    row = store.version_row(db, version_id)
    text = "" if row is None else words(row["text"])
    yield Check(
        subject=Subject.TEXT, whose="", holds=row is not None and text_sha256(text) == words(row["text_sha256"])
    )
    try:
        version = store.version_with(db, version_id)
    except Refused:
        version = None
    made = None if version is None else full_text(version.body)
    yield Check(subject=Subject.COMMITMENTS, whose="", holds=made is not None and made == text)


def _read(row: store.SignatureRow) -> Signature | None:
    try:
        return store.read_signature(row)
    except ValueError:
        return None


def _signature_checks(
    db: Reader, agreement: Agreement, row: store.SignatureRow, signature: Signature | None
) -> Iterator[Check]:
    sealed = signature is not None and _sealed(row)
    bound = signature is not None and _bound(db, agreement, row, signature.envelope)
    at = None if signature is None else store.chain_at(db, signature.envelope.ledger_seq)
    stands = signature is not None and at == signature.envelope.ledger_head
    yield Check(subject=Subject.ENVELOPE, whose=row.role, holds=sealed)
    yield Check(subject=Subject.BINDING, whose=row.role, holds=bound)
    if signature is not None and signature.envelope.method is Method.PAPER:
        yield Check(subject=Subject.PAPER, whose=row.role, holds=_on_paper_as_given(db, signature))
    else:
        drawn = signature is not None and _drawn_as_given(signature)
        yield Check(subject=Subject.DRAWING, whose=row.role, holds=drawn)
    yield Check(subject=Subject.LEDGER, whose=row.role, holds=stands)


def _sealed(row: store.SignatureRow) -> bool:
    """The envelope lies in its canonical form and hashes to what stands beside it."""
    data = row.envelope.encode()
    try:
        read_canonical(data)
    except ValueError:
        return False
    return sha256_hex(data) == row.envelope_sha256


def _bound(db: Reader, agreement: Agreement, row: store.SignatureRow, envelope: Envelope) -> bool:
    version = store.version_row(db, row.version_id)
    return (
        version is not None
        and envelope.agreement_id == agreement.id == row.agreement_id == words(version["agreement_id"])
        and envelope.version_id == row.version_id
        and envelope.version_number == version["number"]
        and envelope.role.value == row.role
        and row.person_id == agreement.person_id == words(version["person_id"])
        and envelope.text_sha256 == words(version["text_sha256"]) == text_sha256(words(version["text"]))
        and envelope.media_type == words(version["media_type"])
    )


def _drawn_as_given(signature: Signature) -> bool:
    drawn, drawing = signature.envelope.drawn, signature.drawing
    if drawing is None or drawn is None:
        typed = signature.envelope.method is Method.TYPED and bool(signature.envelope.typed_name)
        return drawing is None and drawn is None and typed and signature.envelope.spoken_yes
    return (
        signature.envelope.method in {Method.STROKES, Method.MARK}
        and drawn.sha256 == sha256_hex(canonical(drawing_body(drawing)))
        and (drawn.points, drawn.width, drawn.height) == (drawing.points(), drawing.width, drawing.height)
    )


def _on_paper_as_given(db: Reader, signature: Signature) -> bool:
    envelope = signature.envelope
    alone = signature.drawing is None and envelope.drawn is None and not envelope.typed_name
    code = "" if envelope.on_paper is None else envelope.on_paper.code
    fits = len(code) == CODE_DIGITS and envelope.text_sha256.startswith(code)
    return alone and fits and scans_are_bound(db, envelope)


def _as_written(db: Reader, agreement: Agreement, rows: tuple[store.SignatureRow, ...]) -> bool:
    """Every row of this agreement says what the ledger's last body of it says, and none that it wrote is missing."""
    written: dict[tuple[str, str], dict[str, Value]] = {}
    for one in versions_for_person(db, agreement.person_id, store.TABLES):
        if one.row is not None and agreement.id in (one.row_id, one.row.get("agreement_id")):
            written[one.table, one.row_id] = dict(one.row)
    present = {(store.AGREEMENT.name, agreement.id): _row(db, store.AGREEMENT, agreement.id)}
    for version_id in store.version_ids(db, agreement.id):
        present[store.VERSION.name, version_id] = _row(db, store.VERSION, version_id)
    for row in rows:
        present[store.SIGNATURE.name, row.id] = _row(db, store.SIGNATURE, row.id)
    return present == written


def _row(db: Reader, table: Table, row_id: str) -> dict[str, Value]:
    row = store.present_row(db, table, row_id)
    return {} if row is None else dict(as_mapping(row))


def _signers_fit(agreement: Agreement, rows: tuple[store.SignatureRow, ...]) -> bool:
    read = [(row.role, _read(row)) for row in rows if row.version_id == agreement.version_id]
    named = [one.envelope for role, one in read if one is not None and one.envelope.role.value == role]
    if not all(map(_capacity_fits, named)):
        return False
    both = sides_signed(named) >= set(SIGNERS)
    open_or_back = agreement.state in {State.OFFERED, State.TALKED_OVER, State.WITHDRAWN}
    return (agreement.signed is not None) == both and both != open_or_back


def _capacity_fits(envelope: Envelope) -> bool:
    """Whoever signs beside the two says why, in full; the two themselves need not, and only the patient marks."""
    capacity = envelope.capacity
    if envelope.is_mark() and envelope.role is not Role.PATIENT:
        return False
    if capacity is None or envelope.role in SIGNERS:
        return capacity is None and envelope.role in SIGNERS
    said = {Role.REPRESENTATIVE: capacity.basis, Role.INTERPRETER: capacity.language, Role.WITNESS: capacity.of}
    return bool(said[envelope.role])
