"""What was typed, and the verb it means."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from healingpartner import __version__
from healingpartner.commands.not_understood import NotUnderstood
from healingpartner.foundation.errors import Refused, RuleBroken, VaultProblem
from healingpartner.foundation.locales import locale_of_terminal
from healingpartner.foundation.words import _, speak

DONE, NOT_DONE, MISTYPED = 0, 1, 2
INTERRUPTED = 130
MOST_PEOPLE, MOST_ENTRIES = 100_000, 10_000_000


class _Parser(argparse.ArgumentParser):
    """argparse with plain sentences instead of its own, and no shortened options: `--passphrase` is none."""

    def __init__(self, *, prog: str, description: str) -> None:
        """As argparse's own."""
        super().__init__(prog=prog, description=description, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Raises NotUnderstood; the program's name says which help to read."""
        if "choose from" in message:
            message = _("there is no such verb")
        raise NotUnderstood(
            _("This command could not be read: {reason}. `{program} --help` shows how it is written.").format(
                reason=message.removesuffix("."), program=self.prog
            )
        )


def run(typed: Sequence[str]) -> int:
    """Do what was typed. 0: done. 1: it could not be done, and a sentence says why. 2: it could not be read."""
    speak(locale_of_terminal())
    try:
        asked = parser().parse_args(typed)
        verb: Callable[[argparse.Namespace], int] = asked.verb
        return verb(asked)
    except NotUnderstood as puzzle:
        return _say(puzzle.sentence, MISTYPED)
    except (Refused, VaultProblem) as reason:
        return _say(reason.sentence(), NOT_DONE)
    except RuleBroken as rule:
        return _say(rule.sentence, NOT_DONE)
    except KeyboardInterrupt:
        return _say(_("Stopped."), INTERRUPTED)


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(sentence + "\n")
    return code


def parser() -> argparse.ArgumentParser:
    """Every verb with its arguments."""
    line = _Parser(prog="healingpartner", description=_("A practice kept together, on this computer alone."))
    line.add_argument("--version", action="version", version=f"healingpartner {__version__}")
    line.set_defaults(verb=_window)
    verbs = line.add_subparsers(title=_("verbs"), metavar=_("VERB"), parser_class=_Parser)
    _add_tour(verbs)
    _add_demo(verbs)
    _add_check(verbs)
    _add_backup(verbs)
    _add_restore(verbs)
    _add_verify(verbs)
    return line


_Verbs = argparse._SubParsersAction  # noqa: SLF001 - argparse has no public name for what add_subparsers returns


def _add_tour(verbs: "_Verbs[_Parser]") -> None:
    told = _("walk through every page with invented people, without a screen, and keep pictures and papers")
    verb = verbs.add_parser("tour", help=told, description=told)
    verb.add_argument("folder", metavar="DIR", type=Path, help=_("where pictures, papers and tour.json go"))
    verb.set_defaults(verb=_tour)


def _add_demo(verbs: "_Verbs[_Parser]") -> None:
    told = _("make a practice of invented people, to look around in")
    verb = verbs.add_parser("demo", help=told, description=told)
    verb.add_argument("folder", metavar="DIR", type=Path, help=_("a new folder for the practice"))
    verb.add_argument("--people", type=_count(1, MOST_PEOPLE), default=200, metavar="N", help=_("how many people"))
    verb.add_argument("--entries", type=_count(0, MOST_ENTRIES), default=0, metavar="M", help=_("how many entries"))
    verb.add_argument(
        "--seed", type=_count(0, 2**63 - 1), default=1, metavar="S", help=_("the same seed, the same people")
    )
    verb.set_defaults(verb=_demo)


def _add_check(verbs: "_Verbs[_Parser]") -> None:
    told = _("prove that a practice is whole: its ledger, its tables, its files and who may read them")
    verb = verbs.add_parser("check", help=told, description=told)
    verb.add_argument("practice", metavar="PRACTICE", type=Path, help=_("the practice's folder"))
    verb.add_argument("--json", action="store_true", help=_("write the findings as JSON"))
    verb.add_argument("--head", metavar="CODE", default="", help=_("the ledger mark printed on a signed copy"))
    _add_keys(verb)
    verb.set_defaults(verb=_check)


def _add_backup(verbs: "_Verbs[_Parser]") -> None:
    told = _("copy a practice, open the copy and check it before it counts")
    verb = verbs.add_parser("backup", help=told, description=told)
    verb.add_argument("practice", metavar="PRACTICE", type=Path, help=_("the practice's folder"))
    verb.add_argument("destination", metavar="DEST", type=Path, help=_("the folder the copy goes to, or its new name"))
    verb.add_argument(
        "--older", action="store_true", help=_("go on with a practice that was put back to an older state on purpose")
    )
    _add_keys(verb)
    verb.set_defaults(verb=_backup)


def _add_restore(verbs: "_Verbs[_Parser]") -> None:
    told = _("bring a practice back from a backup, into a new folder")
    verb = verbs.add_parser("restore", help=told, description=told)
    verb.add_argument("file", metavar="FILE", type=Path, help=_("the backup"))
    verb.add_argument("folder", metavar="NEWDIR", type=Path, help=_("a folder that does not exist yet"))
    _add_keys(verb)
    verb.set_defaults(verb=_restore)


def _add_verify(verbs: "_Verbs[_Parser]") -> None:
    told = _("tell whether a signed copy is whole and as it was signed")
    verb = verbs.add_parser("verify", help=told, description=told)
    verb.add_argument("file", metavar="FILE", type=Path, help=_("the signed copy, a PDF file"))
    known = verb.add_mutually_exclusive_group()
    known.add_argument("--practice", metavar="DIR", type=Path, help=_("the folder of the practice that sealed it"))
    known.add_argument("--fingerprint", metavar="HEX", default="", help=_("the fingerprint of the seal, as printed"))
    _add_keys(verb)
    verb.set_defaults(verb=_verify)


def _add_keys(verb: argparse.ArgumentParser) -> None:
    key = verb.add_mutually_exclusive_group()
    key.add_argument(
        "--passphrase-fd", type=_count(0, 4096), metavar="N", help=_("read the passphrase from this open file number")
    )
    key.add_argument(
        "--recovery-fd", type=_count(0, 4096), metavar="N", help=_("read the recovery code from this open file number")
    )
    key.add_argument("--recovery", action="store_true", help=_("ask for the recovery code, not for the passphrase"))


def _count(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number within limits."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise argparse.ArgumentTypeError(
                _("give a whole number from {least} to {most}").format(least=least, most=most)
            )
        return int(text)

    return read


# ---------------------------------------------------------------- the verbs, each imported when it is wanted


def _window(_asked: argparse.Namespace) -> int:
    from healingpartner import app

    return app.open_window()


def _tour(asked: argparse.Namespace) -> int:
    from healingpartner.commands import tour

    return tour.take(asked.folder)


def _demo(asked: argparse.Namespace) -> int:
    from healingpartner.commands import demo

    return demo.make(asked.folder, people=asked.people, entries=asked.entries, seed=asked.seed)


def _check(asked: argparse.Namespace) -> int:
    from healingpartner.commands import check, keys

    return check.check(asked.practice, keys.wanted(asked), as_json=asked.json, head=asked.head)


def _backup(asked: argparse.Namespace) -> int:
    from healingpartner.commands import backup, keys

    return backup.back_up(asked.practice, asked.destination, keys.wanted(asked), older_is_wanted=asked.older)


def _restore(asked: argparse.Namespace) -> int:
    from healingpartner.commands import backup, keys

    return backup.restore(asked.file, asked.folder, keys.wanted(asked))


def _verify(asked: argparse.Namespace) -> int:
    from healingpartner.commands import keys, verify

    return verify.verify(asked.file, practice=asked.practice, wanted=keys.wanted(asked), fingerprint=asked.fingerprint)
