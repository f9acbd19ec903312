"""How long a text takes to read aloud, calmly, so that nobody is hurried through it."""

WORDS_A_MINUTE = 130  # calm reading aloud; a newsreader's 160 and more would hurry whoever listens
_LONGEST = 14  # letters of a mean word; beyond it the script sets no spaces, and words cannot be counted so


def minutes_aloud(text: str) -> int | None:
    """Whole minutes, rounded up; at least one. None for a script that does not set spaces between words."""
    words = text.split()
    if words and sum(map(len, words)) > _LONGEST * len(words):
        return None
    return max(1, -(-len(words) // WORDS_A_MINUTE))
