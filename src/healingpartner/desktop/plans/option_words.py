"""What is said of an option in one line: its cost, what became of it, why the practitioner would, how sure one is."""

from healingpartner.desktop.kit.chip import Tint
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, ngettext, spoken
from healingpartner.plans.decisions.grid import cost_words
from healingpartner.plans.decisions.model import Decision, Option, OptionStanding, Stance
from healingpartner.plans.money import Cost
from healingpartner.plans.numbers.sentences import outcome_sentence
from healingpartner.plans.versions.model import Names

SHOWN_ESTIMATES = 2


def beside_cost(cost: Cost | None) -> str:
    """Free · 6 a month · cost not known yet."""
    if cost is None or not (cost.is_known or cost.covered):
        return _("cost not known yet")
    return cost_words(cost)


def beside_title(option: Option) -> str:
    """The soft words beside an option's name: what it costs and what effort it takes."""
    effort = " ".join(option.effort.split())
    return " · ".join(part for part in (beside_cost(option.cost), effort) if part)


def standing_chip(option: Option, decision: Decision | None, names: Names) -> tuple[str, Tint] | None:
    """What became of it, and the tint of whose doing that is; None while it is open."""
    if option.standing is OptionStanding.OPEN:
        return None
    if option.standing is OptionStanding.DECLINED:
        return _("Set aside, no hard feelings"), "yours"
    if option.standing is OptionStanding.FALLBACK:
        return _("Kept as a fallback"), "mine"
    outcome = None if decision is None else decision.outcome
    if outcome is not None and outcome.by is Voice.PRACTITIONER:
        return _("Chosen by you, as {name} asked").format(name=isolated(names.called)), "mine"
    if option.leaning is not None and option.leaning.stance is Stance.TOWARD:
        return _("Chosen by both"), "ours"
    return _("Chosen by {name}").format(name=isolated(names.called)), "yours"


def mine_caption(option: Option) -> str:
    """What stands above the practitioner's side of an option."""
    told = any(one.has_numbers for one in option.estimates)
    stance = None if option.leaning is None else option.leaning.stance
    if stance is Stance.TOWARD:
        return _("Why I would, in numbers") if told else _("Why I would")
    if stance is Stance.AWAY:
        return _("Why I would not, in numbers") if told else _("Why I would not")
    if stance is Stance.EITHER:
        return _("I could go either way")
    return _("What I know, in numbers") if told else _("What I know")


def mine_words(option: Option, names: Names) -> str:
    """The practitioner's reason and the numbers, benefit and harm alike; else what is known of help and harm."""
    parts = [option.leaning.reason] if option.leaning is not None and option.leaning.reason else []
    numbers = [one for one in option.estimates if one.has_numbers]
    parts += [outcome_sentence(one, spoken(), name=names.called) for one in numbers[:SHOWN_ESTIMATES]]
    left = len(numbers) - SHOWN_ESTIMATES
    if left > 0:
        parts.append(ngettext("And {n} number more.", "And {n} numbers more.", left).format(n=spoken().number(left)))
    if not parts:
        parts = [words for words in (option.helps, option.harms) if words] or [option.involves]
    return "\n".join(part for part in parts if part) or _("Nothing is written here yet.")


def yours_words(option: Option) -> str:
    """What the patient feels about it, or that nobody has asked."""
    return option.felt.inner_words


def ready_sure(option: Option) -> str:
    """9 · 8; a dash for what was not said. Empty where neither was."""
    felt = option.felt
    if felt.ready is None and felt.sure is None:
        return ""
    return " · ".join("–" if one is None else spoken().number(one) for one in (felt.ready, felt.sure))
