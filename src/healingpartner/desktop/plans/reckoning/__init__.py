"""The practitioner's own reckoning: what a study, a test or a time means in people. Nothing typed here is kept."""
