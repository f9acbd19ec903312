"""A header made at the least legal cost, and the secrets that open it."""

import os
from functools import cache

from healingpartner.vault import header, recovery_code
from healingpartner.vault.calibration import MIB, Cost
from healingpartner.vault.wrapping import Unwrapped

LEAST_COST = Cost(memory_kib=64 * MIB, passes=1, lanes=4)
VAULT_ID = "01890a5d-ac96-774b-bcce-b302099a8057"
DATA_KEY = bytes(range(32))
KEYS = Unwrapped(data_key=DATA_KEY, signing_seed=bytes(range(32, 64)))
PASSPHRASE = "Äpfel & straße, seven quiet herons"
CODE = recovery_code.code_of(bytes(range(100, 120))) or recovery_code.new_code(os.urandom)


@cache
def small_header() -> header.Header:
    return header.create(
        VAULT_ID,
        keys=KEYS,
        passphrase=PASSPHRASE,
        recovery_code=CODE,
        cost=LEAST_COST,
        entropy=os.urandom,
    )
