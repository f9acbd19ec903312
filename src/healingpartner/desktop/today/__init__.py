"""The rail page "Today": who comes when, who waits for a place, and what the practitioner has promised."""
