"""Shared plans: what the patient wants, the ways there side by side, what they decided, and what each will do.

The rules and shapes of each thing stand in its own folder beside the plan's; a version that both agreed to is frozen.
Nothing here knows an agreement, a visit, a screen or a page of paper.
"""
