"""How it may go over time, as sentences: three courses instead of one number, and how many are still free of it.

Scenarios are asked for, never shown unasked; what nobody can know is said with them.
"""

from fractions import Fraction

from healingpartner.foundation.words import N_, Words
from healingpartner.plans.numbers.estimate import Horizon, HorizonUnit
from healingpartner.plans.numbers.given import half_up
from healingpartner.plans.numbers.scenarios import Scenarios
from healingpartner.plans.numbers.sentences import time_words
from healingpartner.plans.numbers.survival import Course

NOBODY_KNOWS = N_("Nobody can know how it will be for one person.")
FROM_CANCER_CARE = N_("This rule comes from cancer care. For other illness it may not hold.")
_SMALLER = {
    HorizonUnit.YEARS: (HorizonUnit.MONTHS, Fraction(12)),
    HorizonUnit.MONTHS: (HorizonUnit.WEEKS, Fraction(365, 84)),
    HorizonUnit.WEEKS: (HorizonUnit.DAYS, Fraction(7)),
}
_HUNDRED = 100


def near_time(time: Fraction, unit: HorizonUnit, words: Words) -> str:
    """A time in whole units, in a smaller unit where it is less than two: 9 months rather than 1 year."""
    while time < 2 and time.denominator > 1 and unit in _SMALLER:
        unit, times = _SMALLER[unit]
        time *= times
    return time_words(Horizon(amount=max(1, half_up(time)), unit=unit), words)


def scenario_sentences(found: Scenarios, unit: HorizonUnit, words: Words) -> tuple[str, ...]:
    """Best, most likely, hard, each with how many of 100; then what nobody knows."""

    def at(time: Fraction) -> str:
        return near_time(time, unit, words)

    best = words.say(N_("At best: {time} or longer. So it is for about 10 of 100 people."))
    likely = words.say(N_("Most likely: from {least} to {most}. So it is for about 50 of 100."))
    hard = words.say(N_("If it is hard: {time} or less. So it is for about 10 of 100."))
    return (
        best.format(time=at(found.best)),
        likely.format(least=at(found.likely_from), most=at(found.likely_to)),
        hard.format(time=at(found.hard)),
        words.say(NOBODY_KNOWS),
        words.say(FROM_CANCER_CARE),
    )


def course_sentences(course: Course, unit: HorizonUnit, words: Words) -> tuple[str, ...]:
    """A sentence for each time at which it happened, and when half were still free of it."""
    told = []
    for moment in course.moments:
        if not moment.free:
            none = words.say(N_("After {time}, nobody who was watched is still free of it."))
            told.append(none.format(time=near_time(moment.time, unit, words)))
            continue
        count = half_up(moment.free * _HUNDRED)
        said = words.say(N_("After {time}, about {n} of 100 are still free of it.")).format(
            time=near_time(moment.time, unit, words), n=words.number(count)
        )
        if moment.low is not None and moment.high is not None:
            low, high = (half_up(Fraction(end) * _HUNDRED) for end in (moment.low, moment.high))
            ends = words.say(N_("It may be between {low} and {high}."))
            said = f"{said} {ends.format(low=words.number(low), high=words.number(high))}"
        told.append(said)
    if course.median is None:
        told.append(words.say(N_("More than half were still free of it when the watching ended.")))
    else:
        half = words.say(N_("Half of them were still free of it until {time}."))
        told.append(half.format(time=near_time(course.median, unit, words)))
    watched = words.say_n("{n} person was watched.", "{n} people were watched.", course.people)
    return (*told, watched.format(n=words.number(course.people)))
