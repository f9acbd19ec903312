"""Renewing: the day an agreement is looked at again, and the joint review of each of its promises.

Reviews and days are rows beside the signed agreement, which never changes.
"""
