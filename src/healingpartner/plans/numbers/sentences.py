"""Numbers as sentences that everybody can read: people of people, within a time, with and without.

Each function takes its language as `Words`, so that a paper speaks the patient's. Nothing here says "1 in 7", "rare" or
"twice as likely": those are heard as more or less than they are. Numbers needed to treat live in `for_practitioners`.
"""

from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.plans.numbers.estimate import (
    SURENESS_WORDS,
    Basis,
    Horizon,
    HorizonUnit,
    Interval,
    OutcomeEstimate,
    Sureness,
)


def time_words(horizon: Horizon, words: Words) -> str:
    """8 weeks."""
    n = horizon.amount
    said = {
        HorizonUnit.DAYS: words.say_n("{n} day", "{n} days", n),
        HorizonUnit.WEEKS: words.say_n("{n} week", "{n} weeks", n),
        HorizonUnit.MONTHS: words.say_n("{n} month", "{n} months", n),
        HorizonUnit.YEARS: words.say_n("{n} year", "{n} years", n),
    }[horizon.unit]
    return said.format(n=words.number(n))


def of_how_many(estimate: OutcomeEstimate, words: Words) -> str:
    """Of 100 people, in the middle of a sentence."""
    of = estimate.denominator or 0
    return words.say_n("of {of} person", "of {of} people", of).format(of=words.number(of))


def group_words(estimate: OutcomeEstimate, words: Words, *, name: str = "") -> str:
    """People like you; people like `name` on the practitioner's side; or the group that was studied."""
    if estimate.population:
        return isolated(estimate.population)
    if name:
        return words.say(N_("people like {name}")).format(name=isolated(name))
    return words.say(N_("people like you"))


def outcome_sentence(estimate: OutcomeEstimate, words: Words, *, name: str = "") -> str:
    """Of 100 people like you, about 38 sleep better within 8 weeks. Without it, about 24 do.

    Where there is no number: "Sleep better: we have no number for this."
    """
    if not estimate.has_numbers or estimate.n_with is None:
        return _without_a_number(estimate, words)
    first = _with_sentence(estimate.n_with, words).format(
        of=words.number(estimate.denominator or 0),
        group=group_words(estimate, words, name=name),
        n=words.number(estimate.n_with),
        outcome=isolated(estimate.outcome),
    )
    time = "" if estimate.horizon is None else time_words(estimate.horizon, words)
    told = words.say(N_("{sentence} within {time}.")).format(sentence=first, time=time) if time else f"{first}."
    if estimate.n_without is None:
        return told
    return f"{told} {_without_sentence(estimate.n_without, words)}"


def difference_sentence(estimate: OutcomeEstimate, words: Words) -> str:
    """That is 14 more people of 100. Empty where one of the two numbers is not known."""
    more, of = estimate.more, words.number(estimate.denominator or 0)
    if more is None:
        return ""
    if more == 0:
        return words.say(N_("That is the same number with it and without it."))
    if more > 0:
        said = words.say_n("That is {n} more person of {of}.", "That is {n} more people of {of}.", more)
    else:
        said = words.say_n("That is {n} fewer person of {of}.", "That is {n} fewer people of {of}.", -more)
    return said.format(n=words.number(abs(more)), of=of)


def range_sentence(estimate: OutcomeEstimate, words: Words) -> str:
    """How far off the numbers may be. Empty where no interval is known."""
    one, other = estimate.interval_with, estimate.interval_without
    if one is not None and other is not None:
        said = N_("With it, the true number may lie between {low} and {high}. Without it, between {low2} and {high2}.")
        return words.say(said).format(**_ends(one, words), **_ends(other, words, "2"))
    if one is not None:
        return words.say(N_("With it, the true number may lie between {low} and {high}.")).format(**_ends(one, words))
    if other is not None:
        return words.say(N_("Without it, the true number may lie between {low} and {high}.")).format(
            **_ends(other, words)
        )
    return ""


def source_sentence(estimate: OutcomeEstimate, words: Words) -> str:
    """Where it comes from and how sure that is; where there is no source, that it is no study."""
    parts = [_whence(estimate, words)]
    if estimate.sureness is not Sureness.UNKNOWN:
        parts.append(words.say(N_("{how_sure}.")).format(how_sure=words.say(SURENESS_WORDS[estimate.sureness])))
    return " ".join(parts)


def source_shortly(estimate: OutcomeEstimate, words: Words) -> str:
    """The source by its name alone and how sure that is, for a narrow column; without one, that it is no study."""
    if not estimate.source:
        return source_sentence(estimate, words)
    parts = [words.say(N_("From: {source}.")).format(source=isolated(estimate.source))]
    if estimate.sureness is not Sureness.UNKNOWN:
        parts.append(words.say(N_("{how_sure}.")).format(how_sure=words.say(SURENESS_WORDS[estimate.sureness])))
    return " ".join(parts)


def whole_story(estimate: OutcomeEstimate, words: Words, *, name: str = "") -> str:
    """All of it in a row: for a screen reader, a ledger, a paper that has no room for pictures."""
    parts = (
        outcome_sentence(estimate, words, name=name),
        difference_sentence(estimate, words),
        range_sentence(estimate, words),
        source_sentence(estimate, words),
    )
    return " ".join(part for part in parts if part)


def picture_words(events: int, of: int, outcome: str, words: Words) -> str:
    """What a picture of people shows, for whoever cannot see it."""
    said = words.say_n("{n} of {of} people: {outcome}.", "{n} of {of} people: {outcome}.", events)
    return said.format(n=words.number(events), of=words.number(of), outcome=isolated(outcome))


def _with_sentence(count: int, words: Words) -> str:
    if count == 0:
        return words.say(N_("Of {of} {group}, fewer than 1 would {outcome}"))
    return words.say_n("Of {of} {group}, about {n} would {outcome}", "Of {of} {group}, about {n} {outcome}", count)


def _without_sentence(count: int, words: Words) -> str:
    if count == 0:
        return words.say(N_("Without it, fewer than 1 would."))
    return words.say_n("Without it, about {n} would.", "Without it, about {n} do.", count).format(n=words.number(count))


def _without_a_number(estimate: OutcomeEstimate, words: Words) -> str:
    if estimate.horizon is None:
        return words.say(N_("Some {outcome}. We have no number for this.")).format(outcome=isolated(estimate.outcome))
    return words.say(N_("Some {outcome} within {time}. We have no number for this.")).format(
        outcome=isolated(estimate.outcome), time=time_words(estimate.horizon, words)
    )


def _ends(interval: Interval, words: Words, suffix: str = "") -> dict[str, str]:
    return {f"low{suffix}": words.number(interval.low), f"high{suffix}": words.number(interval.high)}


def _whence(estimate: OutcomeEstimate, words: Words) -> str:
    if not estimate.source:
        return words.say(_NO_SOURCE.get(estimate.basis, NOT_A_STUDY))
    sentence = _FROM.get(estimate.basis, N_("From: {source}."))
    told = words.say(sentence).format(source=isolated(estimate.source))
    if estimate.checked_on is None:
        return told
    return told + " " + words.say(N_("Last read on {day}.")).format(day=isolated(words.date(estimate.checked_on)))


NOT_A_STUDY = N_("My experience, not a study.")
_NO_SOURCE = {
    Basis.TRADITION: N_("A tradition, not a study."),
    Basis.OWN_EXPERIENCE: N_("Your own experience, not a study."),
}
_FROM = {
    Basis.TRIAL: N_("From a study that gave it to some and not to others: {source}."),
    Basis.COHORT: N_("From a study that watched people over time: {source}."),
    Basis.EXPERIENCE: N_("From experience, not a study: {source}."),
    Basis.TRADITION: N_("From a tradition, not a study: {source}."),
    Basis.OWN_EXPERIENCE: N_("Your own experience, not a study: {source}."),
}
