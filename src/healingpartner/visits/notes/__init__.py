"""Notes in words both can read: templates, drafts that become notes, signed and locked as acts of their own.

A locked note is never changed; both sides add to it below. Reflections of the practitioner alone stand apart.
"""
