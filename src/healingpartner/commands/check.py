"""`healingpartner check PRACTICE`: is all of it whole? Reads only, and names what it finds."""

import json
import sys
from pathlib import Path

from healingpartner.commands.keys import Wanted
from healingpartner.commands.progress import Line
from healingpartner.foundation.clock import SystemClock
from healingpartner.foundation.errors import VaultProblem
from healingpartner.foundation.words import _, ngettext
from healingpartner.vault.checks import Report, check_practice
from healingpartner.vault.place import Place
from healingpartner.vault.proof import Finding

KIND, VERSION = "healingpartner.check", 1
WHOLE, NOT_WHOLE = 0, 1


def check(folder: Path, wanted: Wanted, *, as_json: bool, head: str) -> int:
    """Check the practice in `folder` and write what was found. 0 when it is whole, 1 when not.

    VaultProblem when the key is the wrong one, or another program has the practice open: then nothing was checked.
    """
    report = _report(folder, wanted, head)
    write = _write_json if as_json else _write_words
    write(report)
    return WHOLE if report.is_whole else NOT_WHOLE


def _report(folder: Path, wanted: Wanted, head: str) -> Report:
    try:
        header = wanted.header_in(folder)
    except VaultProblem as problem:
        return _closed(Finding(kind=problem.kind, where="keys.json", sentence=problem.sentence()))
    keys = wanted.open(header)
    with Line() as line:
        return check_practice(
            Place(folder), keys, clock=SystemClock(), head=head, progress=lambda step: line.show(step.done, step.whole)
        )


def _closed(finding: Finding) -> Report:
    return Report(findings=(finding,), head=None, lines=0, rows=0, attachments=0)


def _write_json(report: Report) -> None:
    told = {
        "kind": KIND,
        "version": VERSION,
        "whole": report.is_whole,
        "findings": [{"kind": one.kind, "where": one.where, "sentence": _(one.sentence)} for one in report.findings],
        "head": None if report.head is None else {"seq": report.head.seq, "chain": report.head.chain},
        "lines": report.lines,
        "rows": report.rows,
        "attachments": report.attachments,
    }
    sys.stdout.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _write_words(report: Report) -> None:
    for one in report.findings:
        sys.stdout.write(f"{one.where}: {_(one.sentence)} ({one.kind})\n")
    if report.head is None:
        sys.stdout.write(_("The practice did not open, so the rest could not be checked.") + "\n")
        return
    counted = _("{lines} ledger lines, {rows} rows and {attachments} attachments were checked.").format(
        lines=report.lines, rows=report.rows, attachments=report.attachments
    )
    found = len(report.findings)
    verdict = (
        _("All of it is whole.")
        if report.is_whole
        else ngettext("One thing was found.", "{count} things were found.", found).format(count=found)
    )
    sys.stdout.write(f"{counted} {verdict}\n")
