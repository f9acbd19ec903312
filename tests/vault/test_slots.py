"""Two ways in, and nothing else: each wrong try has its own words and changes nothing."""

import os
import unicodedata
from dataclasses import replace

import pytest

from healingpartner.foundation.errors import RuleBroken, VaultProblem
from healingpartner.vault import header, recovery_code, slots
from healingpartner.vault.subkeys import Purpose, sub_key
from vault.key_material import CODE, DATA_KEY, KEYS, LEAST_COST, PASSPHRASE, small_header

OTHER_CODE = recovery_code.new_code(os.urandom)


def test_the_passphrase_and_the_code_open_the_same_key() -> None:
    assert slots.open_with_passphrase(small_header(), PASSPHRASE) == KEYS
    assert slots.open_with_recovery(small_header(), CODE.lower().replace("-", " ")) == KEYS


def test_every_unicode_spelling_of_the_passphrase_opens() -> None:
    for form in ("NFC", "NFD", "NFKD"):
        assert slots.open_with_passphrase(small_header(), unicodedata.normalize(form, PASSPHRASE)) == KEYS


def variants() -> list[str]:
    one_less = [PASSPHRASE[:n] + PASSPHRASE[n + 1 :] for n in range(0, len(PASSPHRASE), 2)]
    swapped = [
        PASSPHRASE[:n] + PASSPHRASE[n + 1] + PASSPHRASE[n] + PASSPHRASE[n + 2 :]
        for n in range(0, len(PASSPHRASE) - 1, 3)
    ]
    others = [
        "",
        " ",
        PASSPHRASE.upper(),
        PASSPHRASE.lower(),
        PASSPHRASE.swapcase(),
        PASSPHRASE + " ",
        " " + PASSPHRASE,
        PASSPHRASE + "\n",
        PASSPHRASE + "\0",
        PASSPHRASE * 2,
        PASSPHRASE.replace("ß", "ss"),
        PASSPHRASE.replace("Ä", "A"),
        PASSPHRASE.replace("Ä", "Ae"),
        PASSPHRASE.replace(" ", "  "),
        PASSPHRASE.replace(" ", ""),
        PASSPHRASE.replace(",", "\u201a"),
        PASSPHRASE.replace("e", "\u0435"),
        PASSPHRASE.replace("y", "z").replace("q", "a"),
        "\u200f" + PASSPHRASE,
        CODE,
        DATA_KEY.hex(),
    ]
    return [wrong for wrong in dict.fromkeys(one_less + swapped + others) if wrong != PASSPHRASE]


def test_forty_and_more_near_misses_all_stay_outside() -> None:
    tried = variants()
    assert len(tried) >= 40
    for wrong in tried:
        with pytest.raises(VaultProblem) as caught:
            slots.open_with_passphrase(small_header(), wrong)
        assert caught.value.kind == "wrong-passphrase"
        assert caught.value.then


def test_another_practices_code_is_not_a_mistyped_one() -> None:
    with pytest.raises(VaultProblem) as wrong:
        slots.open_with_recovery(small_header(), OTHER_CODE)
    with pytest.raises(VaultProblem) as mistyped:
        slots.open_with_recovery(small_header(), CODE[:-1] + ("0" if CODE[-1] != "0" else "2"))
    assert wrong.value.kind == "wrong-recovery-code"
    assert mistyped.value.kind == "recovery-code-mistyped"
    assert "group 9" in mistyped.value.what


def test_a_slot_moved_to_another_vault_does_not_open() -> None:
    elsewhere = replace(small_header(), vault_id="01890a5d-ac96-774b-bcce-b302099a8058")
    for attempt in (
        lambda: slots.open_with_passphrase(elsewhere, PASSPHRASE),
        lambda: slots.open_with_recovery(elsewhere, CODE),
    ):
        with pytest.raises(VaultProblem):
            attempt()


def test_an_altered_header_is_told_after_the_right_passphrase() -> None:
    for altered in (
        replace(small_header(), db_salt="00" * 16),
        replace(small_header(), generation=9),
        replace(small_header(), slots=small_header().slots[:1]),
        replace(small_header(), mac="00" * 32),
    ):
        with pytest.raises(VaultProblem) as caught:
            slots.open_with_passphrase(altered, PASSPHRASE)
        assert caught.value.kind == "header-altered"


def test_a_new_passphrase_wraps_the_same_key_again() -> None:
    changed = slots.change_passphrase(
        small_header(), KEYS, "quite another long one", cost=LEAST_COST, entropy=os.urandom
    )
    assert changed.generation == 2
    assert changed.db_salt == small_header().db_salt
    assert slots.open_with_passphrase(changed, "quite another long one") == KEYS
    assert slots.open_with_recovery(changed, CODE) == KEYS
    with pytest.raises(VaultProblem):
        slots.open_with_passphrase(changed, PASSPHRASE)
    assert header.from_bytes(header.to_bytes(changed)) == changed


def test_a_new_recovery_sheet_closes_the_old_one() -> None:
    changed = slots.change_recovery(small_header(), KEYS, OTHER_CODE, entropy=os.urandom)
    assert slots.open_with_recovery(changed, OTHER_CODE) == KEYS
    with pytest.raises(VaultProblem):
        slots.open_with_recovery(changed, CODE)
    with pytest.raises(RuleBroken):
        slots.change_recovery(small_header(), KEYS, OTHER_CODE[:-1], entropy=os.urandom)


def test_no_sub_key_equals_another_or_the_data_key() -> None:
    keys = {sub_key(DATA_KEY, purpose) for purpose in Purpose} | {DATA_KEY}
    assert len(keys) == len(Purpose) + 1
    with pytest.raises(ValueError):
        sub_key(b"short", Purpose.LEDGER)
