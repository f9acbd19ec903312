"""Sentences for the practitioner's side alone: how many are treated for one to gain or to be harmed.

Patients understand these numbers less well than people of people (Trevena 2013), so no paper and no turned view asks
this file.
"""

from healingpartner.foundation.words import N_, Words
from healingpartner.plans.numbers.needed import Needed, NumberNeeded, Side


def needed_sentence(many: NumberNeeded, words: Words) -> str:
    """5 treated for one more to gain (from 3 to 20). Through infinity where the range reaches both sides."""
    told = _one(many.value, words)
    if many.through_infinity:
        said = N_("{told} The range runs from {best} to gain, through no difference at all, to {worst} to harm.")
        return words.say(said).format(told=told, best=_count(many.best, words), worst=_count(many.worst, words))
    low, high = sorted((many.best, many.worst), key=lambda end: end.number or float("inf"))
    if low == high:
        return told
    if high.number is None:
        return words.say(N_("{told} The range runs from {low} to no difference at all.")).format(
            told=told, low=_count(low, words)
        )
    return words.say(N_("{told} The range runs from {low} to {high}.")).format(
        told=told, low=_count(low, words), high=_count(high, words)
    )


def _one(needed: Needed, words: Words) -> str:
    if needed.side is None:
        return words.say(N_("There is no difference, for any number of people."))
    n = needed.people() or 1
    if needed.side is Side.BENEFIT:
        said = words.say_n("{n} treated for one to gain.", "{n} treated for one more to gain.", n)
    else:
        said = words.say_n("{n} treated for one to be harmed.", "{n} treated for one more to be harmed.", n)
    return said.format(n=words.number(n))


def _count(needed: Needed, words: Words) -> str:
    return words.number(needed.people() or 1)
