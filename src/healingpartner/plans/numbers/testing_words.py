"""A test result as sentences about people, first who has it and then what the test says."""

from healingpartner.foundation.words import N_, Words
from healingpartner.plans.numbers.testing import PeopleTested


def result_sentences(people: PeopleTested, words: Words) -> tuple[str, ...]:
    """Four sentences: who has it, whom the test finds, whom it worries, and what each answer means."""
    n = words.number
    has = words.say_n(
        "Of {of} people like you, about {n} has it.", "Of {of} people like you, about {n} have it.", people.ill
    ).format(of=n(people.of), n=n(people.ill))
    finds = words.say(N_("The test finds {found} of them and misses {missed}.")).format(
        found=n(people.ill_found), missed=n(people.ill_missed)
    )
    worries = words.say(N_("Of the {well} who do not have it, it says yes to {alarmed} all the same.")).format(
        well=n(people.of - people.ill), alarmed=n(people.well_alarmed)
    )
    yes = words.say_n(
        "So of {positive} who hear yes, {n} has it.", "So of {positive} who hear yes, {n} have it.", people.ill_found
    ).format(positive=n(people.positive), n=n(people.ill_found))
    no = words.say_n(
        "Of {negative} who hear no, {n} has it all the same.",
        "Of {negative} who hear no, {n} have it all the same.",
        people.ill_missed,
    ).format(negative=n(people.negative), n=n(people.ill_missed))
    return has, finds, worries, f"{yes} {no}"
