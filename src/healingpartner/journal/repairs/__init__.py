"""Repair: something is said gently, received, reflected, understood, and tended by both. Nothing is stored up."""
