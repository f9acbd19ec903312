"""The list of 20,000 is read from its indexes alone."""

from healingpartner.people.store import read_alike_rows, read_list


class Listening:
    """A reader that keeps what it was asked."""

    def __init__(self, db):
        self._db, self.asked = db, []

    def rows(self, sql, *values):
        self.asked.append((sql, values))
        return self._db.rows(sql, *values)


def plans(practice, question):
    listening = Listening(practice.db)
    question(listening)
    return [
        str(row["detail"])
        for sql, values in listening.asked
        for row in practice.db.rows(f"EXPLAIN QUERY PLAN {sql}", *values)
    ]


def test_the_list_and_the_likeness_never_sort_and_never_read_a_whole_row(practice):
    for question in (lambda db: read_list(db, archived=False), read_alike_rows):
        steps = plans(practice, question)
        assert not [step for step in steps if "TEMP B-TREE" in step]
        assert all("COVERING INDEX" in step for step in steps if " person USING INDEX person_merged" not in step), steps
