"""Consent to a treatment or a touch: said freely by the patient, and taken back in one tap."""
