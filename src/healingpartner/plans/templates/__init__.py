"""Plan templates: made from any plan in one step, without anything of the person, and taken in and out as files."""
