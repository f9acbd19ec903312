"""Following through: how it goes with each step and with the plan, said by either, without marks."""
