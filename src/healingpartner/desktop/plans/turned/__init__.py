"""The plan on the view turned to the patient: a quiet list, and one page for each thing they may do.

Pages name where they lead to by a place; none knows another. What is typed is kept as a draft of the patient's.
"""
