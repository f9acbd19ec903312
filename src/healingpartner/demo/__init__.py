"""A practice of invented people, made by the same acts as a real one: to look around in, to measure with, to test on.

No name, number or word in it belongs to anyone; the lists it draws from are in `resources/demo/`.
"""
