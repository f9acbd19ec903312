"""Beside the agreement: the privacy notice, and consents to record keeping and to remote visits.

Each stands for itself, dated, and can be taken back in one tap. None is ever bundled with the promises.
"""
