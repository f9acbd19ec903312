"""What can be done with a reflection: begin it, deal the words, seal each side, open both at once, let it rest closed.

The words are dealt before the first answer and are never kept. What is slow on purpose (argon2id) is done outside of a
transaction: `deal_words` and `unsealed` take no part in one.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from healingpartner.foundation.clock import MICROSECONDS, Instant
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _
from healingpartner.journal.acts import side_of
from healingpartner.journal.reflections import store
from healingpartner.journal.reflections.model import Opened, Reflection, Side
from healingpartner.journal.reflections.statements import Domain
from healingpartner.people.views import ids_of, is_here
from healingpartner.vault.calibration import Cost
from healingpartner.vault.canonical import sha256_hex
from healingpartner.vault.reading import Reader
from healingpartner.vault.sealed_box import Dealt, SealedTo, deal, opener, seal
from healingpartner.vault.transaction import Transaction
from healingpartner.vault.written import from_text, to_text

SIDE_KIND, SIDE_VERSION = "hp/reflection-side", 1
DRAFT_KIND = "hp/reflection-draft"
WAITS_FROM = 3  # wrong words before a pause; each further one doubles it
FIRST_WAIT_S, LONGEST_WAIT_S = 5, 300

Entropy = Callable[[int], bytes]


def deal_words(cost: Cost, entropy: Entropy) -> Dealt:
    """Six words for the patient, and the half that is kept. They are shown once, before the first answer."""
    return deal(cost, entropy)


def begin_reflection(tx: Transaction, person_id: str, *, sealed_to: SealedTo, visit_id: str = "") -> str:
    """Begin one, sealed to the words that were dealt; its id. RuleBroken while another one is open."""
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if any(one.opened is None and one.closed is None for one in store.reflections_of(tx, ids_of(tx, person_id))):
        raise RuleBroken("state", _("One is begun already. Open it together first, or let it rest."))
    one = Reflection(id=tx.new_id(), person_id=person_id, begun=tx.at, sealed_to=sealed_to.text(), visit_id=visit_id)
    store.put_reflection(tx, one)
    return one.id


def box_of(side: Side, one: Reflection, entropy: Entropy) -> str:
    """The patient's answers as a box, hexadecimal: for sealing, and for the draft that is kept while they answer."""
    content = to_text(side, kind=SIDE_KIND).encode()
    sealed_to = SealedTo.read(one.sealed_to)
    return seal(content, sealed_to, kind=SIDE_KIND, version=SIDE_VERSION, about=one.id, entropy=entropy).hex()


def seal_patient_side(tx: Transaction, reflection_id: str, *, box: str) -> None:
    """Keep the patient's box, once; what stands in it is never known here. RuleBroken for a second one."""
    one = _open(tx, reflection_id)
    if side_of(tx) is not Voice.PATIENT:
        raise RuleBroken("voice", _("Each of you seals your own side."))
    if one.patient_sealed is not None:
        raise RuleBroken("state", _("Your side is sealed already. It opens when you open it together."))
    store.put_patient_side(
        tx,
        store.PatientSide(id=tx.new_id(), person_id=one.person_id, reflection_id=one.id, sealed=tx.at, box=box),
    )
    store.put_reflection(tx, replace(one, patient_sealed=tx.at))


def seal_practitioner_side(tx: Transaction, reflection_id: str, side: Side) -> str:
    """Keep the practitioner's side, once; its SHA-256, which may be given to the patient. RuleBroken for a second."""
    one = _open(tx, reflection_id)
    if side_of(tx) is not Voice.PRACTITIONER:
        raise RuleBroken("voice", _("Each of you seals your own side."))
    if one.practitioner_sealed is not None:
        raise RuleBroken("state", _("Your side is sealed already. It opens when you open it together."))
    kept = side.cleaned()
    store.put_practitioner_side(
        tx,
        store.PractitionerSide(id=tx.new_id(), person_id=one.person_id, reflection_id=one.id, sealed=tx.at, side=kept),
    )
    code = code_of(kept)
    store.put_reflection(tx, replace(one, practitioner_sealed=tx.at, practitioner_side_sha256=code))
    return code


def code_of(side: Side) -> str:
    """SHA-256 of a side as it is written, 64 hexadecimal digits."""
    return sha256_hex(to_text(side, kind=SIDE_KIND).encode())


def unsealed(words: str, one: Reflection, box: str) -> Side:
    """The patient's side, by their six words; slow on purpose. RuleBroken for no words; VaultProblem for wrong ones."""
    content = opener(words, SealedTo.read(one.sealed_to)).open(
        bytes.fromhex(box), kind=SIDE_KIND, version=SIDE_VERSION, about=one.id
    )
    return from_text(Side, content.decode(), kind=SIDE_KIND)


def open_together(
    tx: Transaction,
    reflection_id: str,
    patient: Side,
    *,
    patient_withholds: Collection[Domain] = (),
    practitioner_withholds: Collection[Domain] = (),
) -> str:
    """Write both sides into the record at once, without the lines that either withholds; the id of what was opened.

    patient: as `unsealed` gave it. RuleBroken while one side is not sealed; VaultProblem side-changed.
    """
    one = _open(tx, reflection_id)
    sealed = store.practitioner_side_of(tx, reflection_id)
    if one.patient_sealed is None or sealed is None:
        raise RuleBroken("state", _("Both sides are sealed first. Then you open them together."))
    if code_of(sealed.side) != one.practitioner_side_sha256:
        raise VaultProblem(
            "side-changed",
            _("The practitioner's side is not as it was sealed."),
            safe=_("Nothing was opened."),
            then=_("Check the practice, and restore the newest backup if it says so."),
        )
    opened = Opened(
        id=tx.new_id(),
        person_id=one.person_id,
        reflection_id=one.id,
        opened=tx.at,
        patient=replace(patient, withheld=tuple(patient_withholds)).shown(),
        practitioner=replace(sealed.side, withheld=tuple(practitioner_withholds)).shown(),
        visit_id=one.visit_id,
    )
    store.put_opened(tx, opened)
    store.put_reflection(tx, replace(one, opened=tx.at))
    return opened.id


def write_from_paper(tx: Transaction, person_id: str, patient: Side, practitioner: Side, *, visit_id: str = "") -> str:
    """Write two sheets filled by hand into the record as opened together; the id of what was opened.

    Nothing was sealed: both were seen on paper. RuleBroken beside what does not fit, or while another one is open.
    """
    if not is_here(tx, person_id):
        raise Refused(_("This person's record is not here any more."), then=_("Please go back to the list."))
    if any(one.opened is None and one.closed is None for one in store.reflections_of(tx, ids_of(tx, person_id))):
        raise RuleBroken("state", _("One is begun already. Open it together first, or let it rest."))
    one = Reflection(id=tx.new_id(), person_id=person_id, begun=tx.at, visit_id=visit_id, opened=tx.at)
    opened = Opened(
        id=tx.new_id(),
        person_id=person_id,
        reflection_id=one.id,
        opened=tx.at,
        patient=patient.cleaned().shown(),
        practitioner=practitioner.cleaned().shown(),
        visit_id=visit_id,
    )
    store.put_reflection(tx, one)
    store.put_opened(tx, opened)
    return opened.id


def note_wrong_words(tx: Transaction, reflection_id: str) -> None:
    """Count words that did not open it. Nothing is ever wiped for that."""
    one = _open(tx, reflection_id)
    tx.say(store.MISSED, room=store.ROOM, subject_id=one.id, person_id=one.person_id)


def wait_after(misses: int) -> int:
    """Seconds to wait before the next try: none for the first few, then twice as long each time."""
    if misses < WAITS_FROM:
        return 0
    return min(LONGEST_WAIT_S, FIRST_WAIT_S << min(misses - WAITS_FROM, 10))


def still_to_wait(db: Reader, reflection_id: str, *, now: Instant) -> int:
    """Seconds that are left of that wait, on whichever page the words are typed; 0 when they may be tried."""
    wait = wait_after(store.misses_of(db, reflection_id))
    passed = max(0, now.utc_us - store.last_miss_us(db, reflection_id)) // MICROSECONDS
    return max(0, wait - passed)


def let_rest(tx: Transaction, reflection_id: str) -> None:
    """Close one for good: the words are lost, or neither wants to open it. What is sealed stays sealed."""
    one = _open(tx, reflection_id)
    store.put_reflection(tx, replace(one, closed=tx.at))


def _open(tx: Transaction, reflection_id: str) -> Reflection:
    one = store.reflection_with(tx, reflection_id)
    if one is None:
        raise Refused(_("This reflection is not here any more."), then=_("Please go back to the journal."))
    if one.opened is not None:
        raise RuleBroken("state", _("You have opened this together already. It stays as it was said."))
    if one.closed is not None:
        raise RuleBroken("state", _("This one rests closed for good. You can begin another."))
    return one
