"""Square codes (QR): bytes as a pattern that a camera reads back."""


def square_code(data: bytes) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The rows of the pattern; each is a tuple of dark runs (start, length), counted in dots."""
    import segno

    code = segno.make_qr(data, error="q")
    return tuple(tuple(_runs(bytes(row))) for row in code.matrix)


def _runs(row: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((at, 1))
    return runs
