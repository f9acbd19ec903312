"""What the plan costs beside what the patient said it may cost."""

from healingpartner.foundation.errors import RuleBroken
from healingpartner.foundation.money import Money
from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import N_, Words
from healingpartner.paper.plan.copy import PlanCopy
from healingpartner.paper.plan.told import fact
from healingpartner.paper.stationery import Sheet
from healingpartner.plans.money import Per, Total, total_of
from healingpartner.plans.running_total import costs_of


def money_told(sheet: Sheet, copy: PlanCopy) -> None:
    """The ceiling, what it comes to, and what nobody knows yet; nothing where money plays no part."""
    ceiling, costs, words = (
        copy.contents.plan.ceiling,
        costs_of(copy.contents.options, copy.contents.steps),
        sheet.words,
    )
    say = words.say
    if ceiling is None and not any(one is not None and one.high is not None and one.high.minor for one in costs):
        return
    told = []
    if ceiling is not None:
        amount = isolated(words.money(ceiling.amount))
        said = (
            N_("It may cost up to {amount} a month.")
            if ceiling.per is Per.MONTH
            else N_("It may cost up to {amount} in all.")
        )
        told.append(say(said).format(amount=amount))
    try:
        total = total_of(costs, ceiling=ceiling)
    except RuleBroken:
        told.append(say(N_("Its costs are in two currencies, so we cannot add them up.")))
    else:
        told += _total_words(total, words)
        if ceiling is not None and total.over(ceiling):
            told.append(say(N_("That is more than you said. We look for something lighter or cheaper.")))
    with sheet.together():
        fact(sheet, say(N_("Money")), " ".join(told))


def _total_words(total: Total, words: Words) -> list[str]:
    told = []
    for low, high, one, more in (
        (
            total.month_low,
            total.month_high,
            N_("So far it comes to {amount} a month."),
            N_("So far it comes to {low} to {high} a month."),
        ),
        (total.once_low, total.once_high, N_("Once, it comes to {amount}."), N_("Once, it comes to {low} to {high}.")),
    ):
        if not high:
            continue
        ends = [isolated(words.money(Money(minor=end, currency=total.currency))) for end in (low, high)]
        told.append(
            words.say(one).format(amount=ends[0]) if low == high else words.say(more).format(low=ends[0], high=ends[1])
        )
    if total.unknown:
        said = words.say_n(
            "For {n} thing we do not know the cost yet.", "For {n} things we do not know the cost yet.", total.unknown
        )
        told.append(said.format(n=words.number(total.unknown)))
    elif not told:
        told.append(words.say(N_("So far it costs nothing.")))
    return told
