"""Is every part on board? What the patient's own parts say to the plan, in the patient's words."""
