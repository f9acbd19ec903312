"""The three ways to say that something did not happen, each with words a person can use.

Anything else that is raised is a bug. None of these may carry a patient's words: `where` names a
field or a file of the practice, never its content.
"""


class RuleBroken(Exception):
    """A rule of the model does not allow this; the sentence is shown beside the field."""

    def __init__(self, field: str, sentence: str) -> None:
        """`field`: the model's field name ("" for the whole form); `sentence`: plain words for a person."""
        super().__init__(field)
        self.field = field
        self.sentence = sentence


class Refused(Exception):
    """Bad input that cannot be taken as it is: what, where, what to do next."""

    def __init__(self, what: str, *, where: str = "", then: str = "") -> None:
        """Three plain sentences; `where` and `then` may be empty."""
        super().__init__(type(self).__name__)
        self.what = what
        self.where = where
        self.then = then

    def sentence(self) -> str:
        """The three joined, for one line of a notice or of a terminal."""
        return " ".join(part for part in (self.what, self.where, self.then) if part)


class VaultProblem(Exception):
    """The practice could not be read or written. `kind` is a stable name for code and tests."""

    def __init__(self, kind: str, what: str, *, then: str, safe: str = "") -> None:
        """`what` happened, what is `safe`, and what to do `then`."""
        super().__init__(kind)
        self.kind = kind
        self.what = what
        self.safe = safe
        self.then = then

    def sentence(self) -> str:
        """All of it in one line."""
        return " ".join(part for part in (self.what, self.safe, self.then) if part)
