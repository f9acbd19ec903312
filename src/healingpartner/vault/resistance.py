"""Proof that what was signed resists: every way to change it by a statement is tried, and undone."""

from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.voices import Voice
from healingpartner.vault.connection import StatementBroken
from healingpartner.vault.transaction import Table
from healingpartner.vault.vault import Vault


class _Undone(Exception):
    """Raised to undo a try that went through."""


def yields(vault: Vault, table: Table) -> tuple[str, ...]:
    """The ways by which rows of `table` could be changed, of UPDATE, DELETE and REPLACE: none when it resists.

    A table without rows resists everything. Nothing is ever kept of a try.
    """
    ways = {
        "update": f"UPDATE {table.name} SET person_id = 'x'",
        "delete": f"DELETE FROM {table.name}",
        "replace": f"INSERT OR REPLACE INTO {table.name} SELECT * FROM {table.name}",
    }
    return tuple(way for way, statement in ways.items() if _goes_through(vault, statement))


def _goes_through(vault: Vault, statement: str) -> bool:
    touched = 0
    try:
        with vault.transaction(by=Voice.PRACTITIONER, act="try_to_change") as tx:
            touched = tx.erasing(statement)
            raise _Undone  # noqa: TRY301 - leaving the block is what undoes it
    except _Undone:
        return touched > 0
    except StatementBroken:
        return False
    except VaultProblem as problem:
        if problem.kind != "kept":
            raise
        return False
