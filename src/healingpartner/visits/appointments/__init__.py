"""Appointments: when two people mean to meet, who moved or cancelled it, who waits for a place, and what is due.

An appointment that was not kept is not counted against anybody, and no word here says so.
"""
