"""Who may already be here: likeness of names, birth dates and phone numbers."""

from healingpartner.foundation.partial_dates import PartialDate
from healingpartner.foundation.text import fold
from healingpartner.people import store
from healingpartner.people.model import phone_digits
from healingpartner.people.reading import Likeness
from healingpartner.vault.reading import Reader

CLOSE_NAME, NEAR_NAME = 86, 76
MOST = 5
_JOINTS = str.maketrans(dict.fromkeys("-'\u2019\u2018\u02bc\u02bb`\u00b4\u2010\u2011\u2012\u2013", " "))


def duplicates_of(
    db: Reader, name: str, birth_date: PartialDate | None, phone: str, *, but: str = ""
) -> tuple[Likeness, ...]:
    """At most five people who may be the one described, the likeliest first. `but` leaves one id out.

    Alike are: a very close name; a near name with the same birth date; or the same phone number.
    """
    people = {row[0]: row for row in store.read_alike_rows(db) if row[0] != but}
    scores = _name_scores(fold(name), [(row[0], row[2]) for row in people.values()])
    digits = phone_digits(phone)
    same_phone = store.read_people_with_digits(db, digits) & people.keys() if digits else frozenset()
    found: list[tuple[float, Likeness]] = []
    for each in scores.keys() | same_phone:
        _id, shown, _folded, text = people[each]
        score, born, why = scores.get(each, 0.0), PartialDate.read(text) if text else None, set()
        if score >= CLOSE_NAME:
            why.add("name")
        if born and birth_date and _may_be_same(born, birth_date) and score >= NEAR_NAME:
            why |= {"name", "birth_date"}
        if each in same_phone:
            why.add("phone")
        if why:
            like = Likeness(id=each, name=shown, birth_date=born, why=frozenset(why))
            found.append((100 * len(why) + score, like))
    return tuple(like for _score, like in sorted(found, key=lambda pair: (-pair[0], pair[1].id))[:MOST])


def _may_be_same(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest() <= other.latest() and other.earliest() <= one.latest()


def _name_scores(folded: str, people: list[tuple[str, str]]) -> dict[str, float]:
    """Likeness 0–100 by id, of the best of each person's names (id, names in lines); none below NEAR_NAME.

    A hyphen or an apostrophe inside a name is one person's habit and another's space.
    """
    if len(folded) < 2:
        return {}
    from rapidfuzz import fuzz, process

    spread = [(each, name) for each, several in people for name in several.translate(_JOINTS).split("\n")]
    found = process.extract(
        folded.translate(_JOINTS),
        [name for _id, name in spread],
        scorer=fuzz.token_sort_ratio,
        score_cutoff=NEAR_NAME,
        limit=None,
    )
    scores: dict[str, float] = {}
    for _name, score, at in found:
        scores[spread[at][0]] = max(score, scores.get(spread[at][0], 0.0))
    return scores
