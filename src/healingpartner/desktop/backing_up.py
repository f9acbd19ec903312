"""Backups from the desk: made on the vault thread, remembered in the practice, told in plain words."""

from pathlib import Path

from healingpartner.foundation.clock import MICROSECONDS, Instant
from healingpartner.foundation.errors import Refused
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.practice import Practice
from healingpartner.vault.backup import BackedUp, Watch, back_up

_SETTING = "last_backup"
_HOUR = 3600
_DAY = 24 * _HOUR
STALE_DAYS = 7


def back_up_into(practice: Practice, folder: Path, watch: Watch) -> BackedUp:
    """A checked backup of the open practice into `folder`; remembers when. For the vault thread.

    Refused when the folder is not there, and as `vault.backup.back_up` says.
    """
    if not folder.is_dir():
        raise Refused(
            _("The folder for backups is not there."),
            where=_("Nothing was changed."),
            then=_("Plug in the stick or disk it is on, or choose another folder in Settings."),
        )
    done = back_up(practice.vault, folder, watch=watch)
    made = practice.vault.clock.now()
    practice.vault.set_setting(_SETTING, f"{made.utc_us} {made.offset_min} {made.zone}")
    return done


def last_backup(practice: Practice) -> Instant | None:
    """When the last backup from this desk was made."""
    parts = (practice.vault.setting(_SETTING) or "").split(" ", 2)
    if len(parts) != 3:
        return None
    return Instant(utc_us=int(parts[0]), offset_min=int(parts[1]), zone=parts[2])


def backup_words(last: Instant | None, now: Instant) -> str:
    """Such as "Backed up 2 h ago", and the day itself after a week."""
    if last is None:
        return _("Not backed up yet")
    seconds = max(0, (now.utc_us - last.utc_us) // MICROSECONDS)
    if seconds < 2 * 60:
        return _("Backed up just now")
    if seconds < _HOUR:
        return _("Backed up {count} min ago").format(count=seconds // 60)
    if seconds < _DAY:
        return _("Backed up {count} h ago").format(count=seconds // _HOUR)
    days = seconds // _DAY
    if days <= STALE_DAYS:
        return ngettext("Backed up {count} day ago", "Backed up {count} days ago", days).format(count=days)
    return _("Backed up {day}").format(day=spoken().date(last))


def backup_is_stale(last: Instant | None, now: Instant) -> bool:
    """Whether the rail shows the sign for care: never, or more than a week ago."""
    return last is None or now.utc_us - last.utc_us > STALE_DAYS * _DAY * MICROSECONDS
