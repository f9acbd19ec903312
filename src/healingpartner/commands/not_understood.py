"""The one thing said of a command that cannot be read as it was typed."""


class NotUnderstood(Exception):
    """The command cannot be read; `sentence` says why, in plain words."""

    def __init__(self, sentence: str) -> None:
        """`sentence`: for the person at the terminal."""
        super().__init__("not understood")
        self.sentence = sentence
