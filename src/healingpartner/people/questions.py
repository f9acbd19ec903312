"""What a person is asked about themselves and their wishes: keys, groups, plain wording and choices.

The keys are stored and never change; the words are shown through gettext and may be mended. Each question
may also be answered "not now" or "rather not say" (`answers.Said`).
"""

from dataclasses import dataclass
from enum import StrEnum

from healingpartner.foundation.words import N_


class Group(StrEnum):
    """Where on a page a question stands."""

    HEART = "heart"
    SETTLE = "settle"
    BODY = "body"
    SHARING = "sharing"
    LIMITS = "limits"
    SELF = "self"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to tick. `chip` is its short form for the person's header, "" when none is needed there."""

    key: str
    words: str
    chip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`ask` is put to the person; `label` is how the record names the answer. `with_words` adds room to write,
    `with_amount` a sum of money.
    """

    key: str
    group: Group
    ask: str
    label: str
    choices: tuple[Choice, ...] = ()
    with_words: bool = True
    with_amount: bool = False
    hint: str = ""

    def choice(self, key: str) -> Choice | None:
        """The choice of that key, or None."""
        return next((choice for choice in self.choices if choice.key == key), None)


_HEART = (
    Question(key="matters", group=Group.HEART, ask=N_("What matters most to you?"), label=N_("What matters")),
    Question(
        key="strengths", group=Group.HEART, ask=N_("What are you good at? What carries you?"), label=N_("Strengths")
    ),
    Question(
        key="well", group=Group.HEART, ask=N_("What is already well, and should stay so?"), label=N_("Already well")
    ),
    Question(
        key="own_words",
        group=Group.HEART,
        ask=N_("Which words do you use for yourself, that I should use too?"),
        label=N_("Words for oneself"),
        hint=N_("Diabetic, in recovery … with commas between them"),
    ),
)
_SETTLE = (
    Question(
        key="settles", group=Group.SETTLE, ask=N_("What settles you when things get hard?"), label=N_("What settles")
    ),
    Question(
        key="unsettles",
        group=Group.SETTLE,
        ask=N_("What unsettles you? What should we take care with?"),
        label=N_("What unsettles"),
    ),
)
_BODY = (
    Question(
        key="dressed",
        group=Group.BODY,
        ask=N_("Shall we talk while you are dressed, before anything else?"),
        label=N_("Talking dressed"),
        with_words=False,
        choices=(
            Choice(key="first", words=N_("Yes, talk dressed first"), chip=N_("Talk dressed first")),
            Choice(key="either", words=N_("Either way is fine")),
        ),
    ),
    Question(
        key="touch",
        group=Group.BODY,
        ask=N_("What should happen before you are touched?"),
        label=N_("Touch"),
        choices=(
            Choice(key="ask", words=N_("Ask me, each time"), chip=N_("Ask before touch")),
            Choice(key="tell", words=N_("Tell me what comes next"), chip=N_("Tell before touch")),
            Choice(key="none", words=N_("Please do not touch me"), chip=N_("No touch")),
        ),
    ),
    Question(
        key="chaperone",
        group=Group.BODY,
        ask=N_("Would you like someone with you during an examination?"),
        label=N_("Chaperone"),
        hint=N_("Who, if you know already"),
        choices=(
            Choice(key="always", words=N_("Yes, always"), chip=N_("Chaperone, always")),
            Choice(key="ask", words=N_("Ask me each time"), chip=N_("Offer a chaperone")),
            Choice(key="alone", words=N_("No, just the two of us")),
        ),
    ),
    Question(
        key="draping",
        group=Group.BODY,
        ask=N_("How would you like to be covered?"),
        label=N_("Covering"),
        choices=(
            Choice(key="most", words=N_("Covered, except where you look"), chip=N_("Keep covered")),
            Choice(key="easy", words=N_("I do not mind")),
        ),
    ),
    Question(
        key="no_touch",
        group=Group.BODY,
        ask=N_("Is there any part of you that should be left alone?"),
        label=N_("Leave alone"),
        hint=N_("Neck, feet …"),
    ),
    Question(
        key="hard_history",
        group=Group.BODY,
        ask=N_("If there were hard times in your life, who begins to speak of them?"),
        label=N_("Hard times"),
        choices=(
            Choice(key="mine", words=N_("Only I begin"), chip=N_("Hard times: only when I begin")),
            Choice(key="gently", words=N_("You may ask, gently"), chip=N_("Hard times: ask gently")),
        ),
    ),
    Question(
        key="body_words",
        group=Group.BODY,
        ask=N_("In your own words: what else should hands and eyes know?"),
        label=N_("In own words"),
    ),
)
_SHARING = (
    Question(
        key="know",
        group=Group.SHARING,
        ask=N_("How much do you want to know about your health right now?"),
        label=N_("How much to know"),
        choices=(
            Choice(key="all", words=N_("Everything, plainly")),
            Choice(key="main", words=N_("The main points")),
            Choice(key="little", words=N_("As little as needed"), chip=N_("Tell as little as needed")),
            Choice(key="first_ask", words=N_("Ask me first, each time"), chip=N_("Ask before telling")),
        ),
    ),
    Question(
        key="decide",
        group=Group.SHARING,
        ask=N_("How much do you want to decide yourself?"),
        label=N_("How much to decide"),
        choices=(
            Choice(key="mine", words=N_("I decide; you advise me")),
            Choice(key="together", words=N_("We decide together")),
            Choice(key="led", words=N_("You suggest; I say yes or no")),
            Choice(key="rest", words=N_("Please lead me for now"), chip=N_("Wants to be led for now")),
        ),
    ),
    Question(
        key="troubles",
        group=Group.SHARING,
        ask=N_("May I tell you, gently, when something between us troubles me?"),
        label=N_("Hearing what troubles me"),
        choices=(
            Choice(key="yes", words=N_("Yes, in gentle words")),
            Choice(key="no", words=N_("No, that is not for me to carry")),
        ),
    ),
)
_LIMITS = (
    Question(
        key="money",
        group=Group.LIMITS,
        ask=N_("How much money can go into your care?"),
        label=N_("Money"),
        with_amount=True,
        hint=N_("A month, in all, for the first visit …"),
    ),
    Question(
        key="time",
        group=Group.LIMITS,
        ask=N_("How much time and strength can go into your care?"),
        label=N_("Time and strength"),
        hint=N_("Days that are full, hours that are free …"),
    ),
)
_SELF = (
    Question(key="gender", group=Group.SELF, ask=N_("Your gender, in your own words"), label=N_("Gender")),
    Question(
        key="sex",
        group=Group.SELF,
        ask=N_("Your body's sex, as far as your care needs it"),
        label=N_("Sex, for care"),
        hint=N_("For doses and tests, in your own words"),
    ),
    Question(
        key="interpreter",
        group=Group.SELF,
        ask=N_("Would an interpreter help?"),
        label=N_("Interpreter"),
        hint=N_("Which language, who"),
        choices=(Choice(key="yes", words=N_("Yes"), chip=N_("Interpreter")), Choice(key="no", words=N_("No"))),
    ),
)
_MEETING = (
    Question(
        key="meet_home",
        group=Group.MEETING,
        ask=N_("Where is home for you, and who or what lives there?"),
        label=N_("Home"),
    ),
    Question(key="meet_joy", group=Group.MEETING, ask=N_("What can make you forget the time?"), label=N_("Joy")),
    Question(
        key="meet_path",
        group=Group.MEETING,
        ask=N_("Which turn in your life made you who you are?"),
        label=N_("A turn in life"),
    ),
    Question(key="meet_trust", group=Group.MEETING, ask=N_("What helps you to trust someone new?"), label=N_("Trust")),
    Question(
        key="meet_smile",
        group=Group.MEETING,
        ask=N_("What would you like me to know that no form ever asks?"),
        label=N_("No form asks"),
    ),
)

QUESTIONS: tuple[Question, ...] = (*_HEART, *_SETTLE, *_BODY, *_SHARING, *_LIMITS, *_SELF, *_MEETING)
_BY_KEY = {question.key: question for question in QUESTIONS}


def question(key: str) -> Question:
    """The question of that key; KeyError when there is none."""
    return _BY_KEY[key]


def known(key: str) -> bool:
    """Whether there is such a question."""
    return key in _BY_KEY


def of_group(*groups: Group) -> tuple[Question, ...]:
    """The questions of these groups, in the order they are asked."""
    return tuple(each for each in QUESTIONS if each.group in groups)


GROUP_TITLES = {
    Group.HEART: N_("What matters"),
    Group.SETTLE: N_("Settled and unsettled"),
    Group.BODY: N_("Body and privacy"),
    Group.SHARING: N_("Knowing and deciding"),
    Group.LIMITS: N_("Money and time"),
    Group.SELF: N_("About me"),
    Group.MEETING: N_("First meeting"),
}
