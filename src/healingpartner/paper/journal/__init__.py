"""Papers of the journal: a slip with six words, sheets to fill by hand, what was opened, a repair, pages to keep."""
