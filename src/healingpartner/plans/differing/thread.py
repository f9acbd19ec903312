"""From the first way to the one agreed: what was proposed in place of what, by whom, and what was said in between."""

from collections.abc import Sequence
from dataclasses import dataclass

from healingpartner.plans.decisions.model import Option, OptionStanding
from healingpartner.plans.differing.model import About, Alternative, AlternativeState, Dissent


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One way of the thread. came_as: the alternative it came by, None for the first; beside: others proposed for it.

    dissents: everything said of it, the withdrawn too, the oldest first.
    """

    option: Option
    came_as: Alternative | None = None
    dissents: tuple[Dissent, ...] = ()
    beside: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The ways in the order in which one gave way to the next."""

    links: tuple[Link, ...]

    @property
    def first(self) -> Option:
        """Where it began."""
        return self.links[0].option

    @property
    def last(self) -> Option:
        """Where it stands."""
        return self.links[-1].option

    @property
    def was_negotiated(self) -> bool:
        """Whether one way gave way to another."""
        return len(self.links) > 1


def thread_through(
    option: Option, options: Sequence[Option], alternatives: Sequence[Alternative], dissents: Sequence[Dissent]
) -> Thread:
    """The thread that this way is part of, back to its first and on to where it led."""
    by_id = {one.id: one for one in options}
    came = {one.option_id: one for one in alternatives}
    chain = [option]
    while chain[0].instead_of in by_id and chain[0].instead_of not in {one.id for one in chain}:
        chain.insert(0, by_id[chain[0].instead_of])
    while (onward := _onward(chain[-1], by_id, alternatives)) is not None and onward not in chain:
        chain.append(onward)
    inside = {one.id for one in chain}
    return Thread(
        links=tuple(
            Link(
                option=one,
                came_as=came.get(one.id),
                dissents=tuple(each for each in dissents if each.about is About.OPTION and each.about_id == one.id),
                beside=tuple(
                    each for each in alternatives if each.instead_of == one.id and each.option_id not in inside
                ),
            )
            for one in chain
        )
    )


def _onward(option: Option, by_id: dict[str, Option], alternatives: Sequence[Alternative]) -> Option | None:
    """The way that this one led to: one that ends in what was agreed, else the newest that was not set aside."""
    led = [one for one in alternatives if one.instead_of == option.id and one.option_id in by_id]
    to_agreed = [one for one in led if _ends_agreed(one, by_id, alternatives, frozenset())]
    still_open = [one for one in led if one.state is not AlternativeState.SET_ASIDE]
    newest = next(iter([*to_agreed[::-1], *still_open[::-1]]), None)
    return None if newest is None else by_id[newest.option_id]


def _ends_agreed(
    alternative: Alternative, by_id: dict[str, Option], alternatives: Sequence[Alternative], seen: frozenset[str]
) -> bool:
    """Whether this one, or one that it gave way to, is the way they go."""
    option = by_id.get(alternative.option_id)
    if option is None or option.id in seen:
        return False
    if alternative.state is AlternativeState.TAKEN or option.standing is OptionStanding.CHOSEN:
        return True
    after = (one for one in alternatives if one.instead_of == option.id)
    return any(_ends_agreed(one, by_id, alternatives, seen | {option.id}) for one in after)
