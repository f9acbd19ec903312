"""Facts of a way as plain sentences: what it costs, where it is known from, which rule it is here for."""

from healingpartner.foundation.text import isolated
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.decisions.model import EVIDENCE_WORDS, Felt, Option
from healingpartner.plans.money import PER_WORDS, Cost, Per
from healingpartner.plans.ruling import RULE_WORDS, Rule


def cost_words(cost: Cost | None) -> str:
    """What it costs; what is not known is said so, and is never nothing."""
    if cost is None or (not cost.is_known and not cost.covered):
        said = _("We do not know yet.")
    elif cost.covered:
        said = _("Somebody else pays for it.")
    elif cost.low is None or cost.high is None:
        said = ""
    elif not cost.low.minor and not cost.high.minor:
        said = _("It costs nothing.")
    else:
        low, high = spoken().money(cost.low), spoken().money(cost.high)
        amount = low if low == high else _("{low} to {high}").format(low=low, high=high)
        said = amount if cost.per is Per.ONCE else _("{amount} {per}").format(amount=amount, per=_(PER_WORDS[cost.per]))
    note = "" if cost is None else cost.note
    return " ".join(part for part in (said, isolated(note)) if part)


def evidence_words(option: Option) -> str:
    """Each piece of knowledge on a line: of which kind, what it says, its source and date."""
    lines = []
    for one in option.evidence:
        told = _("{kind}: {words}").format(kind=_(EVIDENCE_WORDS[one.kind]), words=isolated(one.words))
        day = "" if one.dated is None else spoken().partial_date(one.dated)
        source = ", ".join(part for part in (isolated(one.source), day) if part)
        lines.append(_("{said} ({source})").format(said=told, source=source) if source else told)
    return "\n".join(lines)


def rule_words(rule: Rule | None) -> str:
    """Why it is here, where it is for a rule and not for the patient."""
    if rule is None:
        return ""
    said = _(RULE_WORDS[rule.kind])
    return _("{said}: {words}").format(said=said, words=isolated(rule.words)) if rule.words else said


def felt_words(felt: Felt) -> str:
    """Ready 7, sure 6, of 10: only what was said."""
    given = (
        (_("I like it {n}"), felt.preference), (_("ready {n}"), felt.ready), (_("sure {n}"), felt.sure),
    )  # fmt: skip
    said = [words.format(n=spoken().number(n)) for words, n in given if n is not None]
    return _("{answers}, of 10").format(answers=" · ".join(said)) if said else ""
