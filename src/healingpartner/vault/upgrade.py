"""Bringing an older practice up to this program's schema: first a copy that was opened and checked, then the step."""

from pathlib import Path

from healingpartner.foundation.clock import Clock
from healingpartner.vault import backup, migrations
from healingpartner.vault.connection import Connection
from healingpartner.vault.header import Header
from healingpartner.vault.place import Place
from healingpartner.vault.subkeys import Purpose, sub_key


def after_a_verified_copy(place: Place, data_key: bytes, header: Header, clock: Clock) -> Path:
    """Copy, check the copy, migrate. The copy's path, beside the practice; it is never deleted by the program."""
    key = sub_key(data_key, Purpose.SQLCIPHER) + bytes.fromhex(header.db_salt)
    connection = Connection(place.database, key)
    try:
        connection.settle()
        before = migrations.version_of(connection)
        copy = place.folder.with_name(f"{place.name} before upgrade from {before}.healing-backup")
        backup.copy_for_upgrade(
            place, header=header, data_key=data_key, connection=connection, destination=copy, made=clock.now()
        )
        migrations.migrate(connection, clock.now())
        connection.checkpoint()
    finally:
        connection.close()
    return copy
