"""Words that the practitioner wants to look at: added to the list of the lens, changed, set aside again.

They belong to the practice and to no patient. Which texts they were found in never comes here.
"""
