"""What the patient does with the plan on the turned view: one task at a time, each given back when it is done."""
