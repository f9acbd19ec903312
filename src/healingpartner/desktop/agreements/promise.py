"""A promise as the agreement has it: beside a bar in the colour of the voice that makes it, with its mark."""

from healingpartner.desktop.kit.speech import SpeechLabel


class Promise(SpeechLabel):
    """Speech without quotation marks: nobody has said it yet, and what is shown is letter for letter what is signed."""

    def set_words(self, words: str) -> None:
        """Show the words as they stand."""
        super().set_words(words)
        self._words.setText(words)
