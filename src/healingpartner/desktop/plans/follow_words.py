"""Check-ins and days to look again, in words that count nothing up against anybody."""

from healingpartner.desktop.plans.words import name_of
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.follow_through.model import OBSTACLE_WORDS, WENT_WORDS, CheckIn
from healingpartner.plans.follow_through.review_days import Looked, ReviewDay
from healingpartner.plans.versions.model import WholePlan


def about_words(found: WholePlan, one: CheckIn) -> str:
    """What it is about: a step, a goal, or the plan as a whole."""
    step = next((each.what for each in found.contents.steps if each.id == one.step_id), "")
    goal = next((each.patient_words for each in found.contents.goals if each.id == one.goal_id), "")
    return step or goal or _("The plan as a whole")


def caption_words(found: WholePlan, one: CheckIn) -> str:
    """Mira, 3 May 2026 · Walk after supper."""
    name = _("You") if one.by is Voice.PRACTITIONER else name_of(one.by, found.names)
    return _("{name}, {day} · {about}").format(
        name=name, day=isolated(spoken().date(one.at)), about=isolated(about_words(found, one))
    )


def said_words(one: CheckIn) -> str:
    """Everything that was answered, a line each."""
    if one.no_look_again:
        return _("No day to look at it again, for now.")
    if one.look_again_on is not None:
        return _("We look at it again on {day}.").format(day=isolated(spoken().date(one.look_again_on, "long")))
    lines = [_(WENT_WORDS[one.went])] if one.went is not None else []
    if one.helped:
        lines.append(_("What helped: {words}").format(words=isolated(one.helped)))
    obstacles = ", ".join(_(OBSTACLE_WORDS[each]) for each in one.obstacles)
    way = ". ".join(part for part in (obstacles, isolated(one.got_in_the_way)) if part)
    if way:
        lines.append(_("In the way: {words}").format(words=way))
    if one.still_fits is not None:
        lines.append(_("It still feels right.") if one.still_fits else _("It does not feel right any more."))
    if one.words:
        lines.append(isolated(one.words))
    return "\n".join(lines)


def day_about(found: WholePlan, day: ReviewDay) -> str:
    """What a day to look again is for."""
    contents = found.contents
    named = {one.id: one.what for one in contents.steps}
    named |= {one.id: one.patient_words for one in contents.goals}
    named |= {one.id: one.question for one in contents.decisions}
    ways = {one.id: one.label for one in contents.options}
    named |= {one.id: ways.get(one.option_id, "") for one in contents.alternatives}
    return _("The whole plan") if day.looked is Looked.PLAN else named.get(day.part_id, "")
