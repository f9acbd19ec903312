"""Opening by passphrase or recovery code, and changing the passphrase. The records are never encrypted anew."""

from dataclasses import replace

from healingpartner.foundation.errors import RuleBroken, VaultProblem
from healingpartner.foundation.words import _
from healingpartner.vault import recovery_code as codes
from healingpartner.vault.calibration import Cost
from healingpartner.vault.header import Header, verify_mac, with_mac
from healingpartner.vault.passphrase import as_secret
from healingpartner.vault.wrapping import PASSPHRASE, RECOVERY, Entropy, Slot, Unwrapped, unwrapped_by, wrapped_by


def open_with_passphrase(header: Header, passphrase: str) -> Unwrapped:
    """The practice's keys. VaultProblem: wrong-passphrase, header-altered, header-limits, not-enough-memory."""
    return _opened(
        header,
        PASSPHRASE,
        as_secret(passphrase),
        VaultProblem(
            "wrong-passphrase",
            _("That is not the passphrase of this practice."),
            safe=_("Nothing was changed."),
            then=_("Check Caps Lock and the keyboard's language, then try again. The recovery code opens it too."),
        ),
    )


def open_with_recovery(header: Header, code: str) -> Unwrapped:
    """The keys. VaultProblem: recovery-code-mistyped (names the group), wrong-recovery-code, header-altered."""
    try:
        secret = codes.secret_of(code)
    except RuleBroken as broken:
        raise VaultProblem(
            "recovery-code-mistyped",
            broken.sentence,
            safe=_("Nothing was changed."),
            then=_("Correct it and try again."),
        ) from None
    return _opened(
        header,
        RECOVERY,
        secret,
        VaultProblem(
            "wrong-recovery-code",
            _("That recovery code belongs to another practice, or to an earlier recovery sheet."),
            safe=_("Nothing was changed."),
            then=_("Look for the sheet that names this practice, or use the passphrase."),
        ),
    )


def change_passphrase(header: Header, keys: Unwrapped, new_passphrase: str, *, cost: Cost, entropy: Entropy) -> Header:
    """The next generation, its passphrase slot wrapped anew. An old copy of keys.json still opens as it did."""
    return _with_slot(header, keys, PASSPHRASE, as_secret(new_passphrase), cost, entropy)


def change_recovery(header: Header, keys: Unwrapped, code: str, *, entropy: Entropy) -> Header:
    """The next generation, with a new recovery sheet. RuleBroken when the code is mistyped."""
    return _with_slot(header, keys, RECOVERY, codes.secret_of(code), None, entropy)


def _opened(header: Header, kind: str, secret: bytes, wrong: VaultProblem) -> Unwrapped:
    slot = header.slot(kind)
    keys = None if slot is None else unwrapped_by(secret, slot, vault_id=header.vault_id)
    if keys is None:
        raise wrong
    verify_mac(header, keys.data_key)
    return keys


def _with_slot(
    header: Header, keys: Unwrapped, kind: str, secret: bytes, cost: Cost | None, entropy: Entropy
) -> Header:
    fresh = wrapped_by(secret, keys, kind=kind, cost=cost, vault_id=header.vault_id, entropy=entropy)
    others: tuple[Slot, ...] = tuple(slot for slot in header.slots if slot.kind != kind)
    return with_mac(replace(header, generation=header.generation + 1, slots=(fresh, *others)), keys.data_key)
