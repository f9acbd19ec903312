"""The pages about people: the list, the person's header, what matters, the form, the first meeting.

They show read models of the people room and emit intent; no SQL and no rule of a model lives here.
"""
