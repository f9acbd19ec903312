"""Steps: what each will do, the practitioner's as visible as the patient's, and treatments with their times."""
