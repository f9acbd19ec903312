"""The people of the practice: who they are, what they wish, and how the partnership with each stands.

Every other room knows a person's id and name; this room knows none of them. Plans, visits, agreements
and everything clinical stay out.
"""
