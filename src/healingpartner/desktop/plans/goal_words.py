"""What is said of a goal and of all goals together: levels, where one is now, and how far one has come."""

from healingpartner.desktop.plans.level_row import Cell, Ground
from healingpartner.foundation.text import isolated
from healingpartner.foundation.voices import Voice
from healingpartner.foundation.words import _, spoken
from healingpartner.plans.goals.attainment import LIGHT_WORDS, Attainment, LightAnswer, Near, rated_words
from healingpartner.plans.goals.model import LEVEL_WORDS, LEVELS, Form, Goal, Rating
from healingpartner.plans.versions.model import Names

_MINUS, _PLUS = "\N{MINUS SIGN}", "+"


def level_number(level: int) -> str:
    """−2 … 0 … +2, with a sign that is not a hyphen."""
    sign = _MINUS if level < 0 else _PLUS if level > 0 else ""
    return f"{sign}{abs(level)}"


def newest_rating(goal: Goal, ratings: tuple[Rating, ...]) -> Rating | None:
    """The last thing that was said of how near it is."""
    return next((one for one in reversed(ratings) if one.goal_id == goal.id), None)


def present_level(rating: Rating | None) -> int | None:
    """The whole level of a rating; half ones count as the lower of the two."""
    return None if rating is None or rating.halves is None else rating.halves // 2


def cells_of(goal: Goal, rating: Rating | None) -> tuple[Cell, ...]:
    """The levels that have words, from the lowest; the present one marked."""
    if goal.form is Form.LIGHT:
        return _light_cells(goal, None if rating is None else rating.halves)
    now = goal.baseline if rating is None else present_level(rating)
    return tuple(
        Cell(
            head=level_number(level),
            words=goal.levels.get(level, "") or _(LEVEL_WORDS[level]),
            ground=_ground(level),
            now=level == now,
        )
        for level in LEVELS
    )


def _light_cells(goal: Goal, halves: int | None) -> tuple[Cell, ...]:
    """Where it began and what is hoped for; another only where one is there now."""
    began = goal.baseline if goal.baseline is not None else -1
    start, hoped = 2 * began, 0
    cells = [
        Cell(head=_("Where we began"), words=goal.levels.get(began, ""), ground="below", now=halves in {None, start}),
        Cell(head=_("What we hope for"), words=goal.levels.get(0, ""), ground="hoped", now=halves == hoped),
    ]
    if halves is None or halves in {start, hoped}:
        return tuple(cells)
    if halves < start:
        cells.insert(0, Cell(head=_("Now"), words=_(LIGHT_WORDS[LightAnswer.WORSE]), ground="below", now=True))
    elif halves < hoped:
        cells.insert(1, Cell(head=_("Now"), words=_(LIGHT_WORDS[LightAnswer.PARTLY]), ground="below", now=True))
    else:
        more = LightAnswer.A_LOT_MORE if halves > 2 else LightAnswer.A_BIT_MORE
        cells.append(Cell(head=_("Now"), words=_(LIGHT_WORDS[more]), ground="above", now=True))
    return tuple(cells)


def change_words(goal: Goal, ratings: tuple[Rating, ...]) -> str:
    """Since 1 Sep: from −2 to 0; "" where there is nothing to compare, and for the light form, which has no numbers."""
    own = [one for one in ratings if one.goal_id == goal.id]
    if not own or goal.form is Form.LIGHT:
        return ""
    day, last = spoken().date(own[0].at), own[-1]
    if goal.form is Form.NEAR:
        if len(own) == 1:
            return ""
        return _("since {day}: from {first} to {now} of 10").format(
            day=day, first=spoken().number(own[0].near or 0), now=spoken().number(last.near or 0)
        )
    level = present_level(last)
    if level is None or goal.baseline is None:
        return ""
    return _("since {day}: from {first} to {now}").format(
        day=day, first=level_number(goal.baseline), now=level_number(level)
    )


def rating_words(rating: Rating, names: Names) -> str:
    """Who rated it, when, and what they said."""
    said = {
        Voice.PRACTITIONER: _("Rated {day} by you."),
        Voice.PATIENT: _("Rated {day} by {name}."),
        Voice.BOTH: _("Rated {day} by both of you."),
    }[rating.voice].format(day=spoken().date(rating.at), name=isolated(names.called))
    return f"{said} {isolated(rating.words)}" if rating.words else said


def together_words(levels: Attainment, near: Near) -> str:
    """2 of 3 goals rated · T = 50, 18 more than at the start. It stands beside the levels in words, never alone."""
    parts: list[str] = []
    if levels.of + near.of > 1 or not levels.rated + near.rated:
        counted = Near(mean=None, rated=levels.rated + near.rated, of=levels.of + near.of)
        parts.append(rated_words(counted, spoken()))
    if levels.t is not None:
        parts.append(_t_words(levels.t, levels.change))
    return " · ".join(parts)


def _t_words(t: float, change: float | None) -> str:
    """T = 50, 20 up from the start."""
    now, points = spoken().number(round(t)), 0 if change is None else round(change)
    if not points:
        return _("T = {t}").format(t=now)
    said = _("T = {t}, {points} up from the start") if points > 0 else _("T = {t}, {points} down from the start")
    return said.format(t=now, points=spoken().number(abs(points)))


def _ground(level: int) -> Ground:
    return "below" if level < 0 else "above" if level > 0 else "hoped"
