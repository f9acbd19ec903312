"""What a guardian or another representative may see of the notes: asked of the patient, and kept as they said it."""
