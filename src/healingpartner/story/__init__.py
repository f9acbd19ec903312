"""What runs across the rooms: today's promises from all of them, in one place.

It asks each room's views and holds nothing of its own; no room knows that it exists.
"""
