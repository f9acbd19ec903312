"""The steps of the tour, by theme. Each is a small function that acts, looks, and says what it saw."""
