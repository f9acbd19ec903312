"""What was measured, by either: a figure as it was read, with its unit, dated; never a grade of a person."""
