"""The journal at the desk: entries of both, the mutual reflection, repairs; and in `turned`, the patient's own part."""
