"""The history of a plan: every version that both agreed to, with its day, how each said yes, and what changed."""

from dataclasses import dataclass

from healingpartner.foundation.clock import Instant
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.letters import from_left
from healingpartner.paper.plan.changes import differences, told
from healingpartner.paper.plan.copy import copy_of_version
from healingpartner.paper.plan.told import title_and_names
from healingpartner.paper.printed import Letterhead, Paper, Printed
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.versions.model import ACK_WORDS, Names, PlanVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryCopy:
    """What it shows. versions: the oldest first."""

    names: Names
    title: str
    versions: tuple[PlanVersion, ...]
    made: Instant


def history_paper(copy: HistoryCopy, *, letterhead: Letterhead, words: Words, paper: Paper) -> Printed:
    """The newest version first; what changed is told against the one before it."""
    title = words.say(N_("How our plan grew"))
    sheet = Sheet(
        title=title, about=copy.names.patient, letterhead=letterhead, words=words, paper=paper, made=copy.made
    )
    title_and_names(sheet, title, copy.names.patient, copy.names.practitioner)
    if copy.title:
        sheet.para(copy.title)
    if not copy.versions:
        sheet.para(words.say(N_("No version has been agreed yet.")))
    pairs = list(zip((None, *copy.versions[:-1]), copy.versions, strict=True))
    for before, version in reversed(pairs):
        _version(sheet, copy.names, before, version)
    return sheet.printed()


def _version(sheet: Sheet, names: Names, before: PlanVersion | None, version: PlanVersion) -> None:
    words = sheet.words
    say = words.say
    sheet.heading(
        say(N_("Version {number}, {day}")).format(
            number=words.number(version.line.number), day=isolated(words.date(version.line.agreed, "long"))
        )
    )
    whose = copy_of_version(version, names)
    acks = [
        say(N_("{name}: {way}.")).format(name=whose.name_of(one.voice, words), way=say(ACK_WORDS[one.way]))
        for one in sorted(version.line.acknowledgements, key=lambda one: one.voice is not Voice.PATIENT)
    ]
    code = version.line.contents_sha256[:16]
    groups = "\u00a0".join(code[at : at + 4] for at in range(0, len(code), 4))
    acks.append(say(N_("Fingerprint: {code}.")).format(code=from_left(groups)))
    sheet.note(" ".join(acks))
    sheet.gap(sheet.sizes.body * 0.4)
    if before is None:
        sheet.para(say(N_("The first one that you both said yes to.")))
        return
    lines = told(differences(before.contents, version.contents, words), words)
    if lines:
        sheet.points(lines)
    else:
        sheet.para(say(N_("Its words are those of the version before.")))
