"""One invented person after another, the same for the same seed: particulars, answers, a signature."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from random import Random

from healingpartner.demo.lists import Tongue, lists
from healingpartner.foundation.money import Money
from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.strokes import Drawing, Point
from healingpartner.people.answers import Answer, Said
from healingpartner.people.model import Contact, ContactKind, Identifier, Link, LinkKind, Particulars
from healingpartner.people.questions import QUESTIONS, Group, Question, of_group

PRONOUNS = ("", "", "she/her", "he/him", "they/them")
WIDTH, HEIGHT = 6_000, 2_000
WISHES = tuple(each for each in QUESTIONS if each.group is not Group.MEETING)


class Inventor:
    """Draws people from the lists by a seeded chance."""

    def __init__(self, chance: Random) -> None:
        """`chance`: where every choice comes from."""
        self._chance, self._lists = chance, lists()

    def person(self) -> Particulars:
        """Someone new, with as much filled in as real forms have: never all of it."""
        tongue = self._chance.choice(self._lists.tongues)
        legal, called = self._name(tongue)
        return Particulars(
            legal_name=legal,
            preferred_name=self._some(0.15, lambda: self._name(tongue)[0]),
            called=self._some(0.6, lambda: called),
            pronouns=self._chance.choice(PRONOUNS),
            birth_date=self._birth_date(),
            address=self._some(0.7, self._address),
            language=tongue.language,
            contacts=self._contacts(),
            links=self._links(),
            identifiers=self._identifiers(),
        )

    def answers(self, questions: Sequence[Question] = WISHES, *, share: float = 0.25) -> tuple[Answer, ...]:
        """Answers to about `share` of these questions, in own words where the lists have some."""
        return tuple(self._answer(each) for each in questions if self._chance.random() < share)

    def introduction(self) -> tuple[Answer, ...]:
        """Answers of a first meeting: at least one."""
        return self.answers(of_group(Group.MEETING), share=0.7) or (self._answer(of_group(Group.MEETING)[0]),)

    def with_new_contact(self, given: Particulars) -> Particulars:
        """The same person, who has moved house or changed a number."""
        if self._chance.random() < 0.4:
            return replace(given, address=self._address())
        kept = tuple(each for each in given.contacts if each.kind is not ContactKind.PHONE)
        return replace(given, contacts=(*kept, self._phone()))

    def signature(self) -> Drawing:
        """One flowing stroke across the pad and one below it."""
        at, stroke = 400, []
        middle = HEIGHT // 2
        for n in range(60):
            at += self._chance.randint(40, 110)
            y = middle + int((n % 9 - 4) * HEIGHT / 14) + self._chance.randint(-60, 60)
            stroke.append(Point(x=min(at, WIDTH), y=y, pressure=self._chance.randint(350, 900), t=n * 14))
        under = tuple(Point(x=500 + n * 330, y=middle + 620 - n * 8, pressure=600, t=1_000 + n * 16) for n in range(15))
        return Drawing(width=WIDTH, height=HEIGHT, strokes=(tuple(stroke), under))

    # ------------------------------------------------------------ parts of a person

    def _some(self, share: float, draw: Callable[[], str]) -> str:
        return draw() if self._chance.random() < share else ""

    def _name(self, tongue: Tongue) -> tuple[str, str]:
        given = first = self._chance.choice(tongue.given)
        if tongue.joiner and self._chance.random() < 0.5:
            given = f"{first} {self._chance.choice(tongue.given)}"
        return tongue.name(given, self._chance.choice(tongue.family)), first

    def _birth_date(self) -> PartialDate | None:
        known = self._chance.random()
        if known < 0.08:
            return None
        year, month, day = self._chance.randint(1928, 2018), self._chance.randint(1, 12), self._chance.randint(1, 28)
        if known < 0.16:
            return PartialDate(year=year)
        return PartialDate(year=year, month=month, day=None if known < 0.2 else day)

    def _address(self) -> str:
        where = self._chance.choice(self._lists.streets), self._chance.choice(self._lists.towns)
        return f"{self._chance.randint(1, 140)} {where[0]}\n{where[1]}"

    def _phone(self) -> Contact:
        """Area code 555 is given to nobody."""
        return Contact(kind=ContactKind.PHONE, value=f"555 {self._chance.randint(200, 999)} {self._four()}")

    def _contacts(self) -> tuple[Contact, ...]:
        mail = Contact(kind=ContactKind.EMAIL, value=f"someone.{self._chance.randint(1, 10**9)}@example.org")
        both = (self._phone(), mail)
        return both[: self._chance.randint(0, 2)]

    def _links(self) -> tuple[Link, ...]:
        if self._chance.random() > 0.3:
            return ()
        name, _called = self._name(self._chance.choice(self._lists.tongues))
        relation = self._chance.choice(self._lists.relations)
        return (Link(kind=LinkKind.EMERGENCY, name=name, relation=relation, reach=self._phone().value),)

    def _identifiers(self) -> tuple[Identifier, ...]:
        if self._chance.random() > 0.2:
            return ()
        return (Identifier(system="Invented insurance", value=f"X{self._four()}-{self._four()}"),)

    def _four(self) -> str:
        return f"{self._chance.randint(0, 9_999):04d}"

    def _answer(self, asked: Question) -> Answer:
        kind = self._chance.random()
        if kind < 0.06:
            return Answer(question=asked.key, said=Said.NOT_NOW if kind < 0.04 else Said.RATHER_NOT)
        known = self._lists.words.get(asked.key, ())
        choice = self._chance.choice(asked.choices).key if asked.choices else ""
        words = self._chance.choice(known) if known else ""
        amount = Money(minor=self._chance.randint(2, 40) * 1_000, currency="USD") if asked.with_amount else None
        return Answer(question=asked.key, choice=choice, words=words, amount=amount)


def told(answers: Iterable[tuple[str, str]]) -> tuple[Answer, ...]:
    """Answers in own words, from pairs of question and words."""
    return tuple(Answer(question=question, words=words) for question, words in answers)
