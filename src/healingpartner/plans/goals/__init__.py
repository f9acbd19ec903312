"""Goals in the patient's words: how both will know, level by level, and how near they are over time."""
