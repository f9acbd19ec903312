"""The journal that both write in: thanks and let-downs, questions, what it feels like, and what it is teaching.

What is not shared yet is not here. What is shared is never altered: it is answered, added to, or taken back. Nothing
here knows a visit, a plan, a screen or a page of paper.
"""
