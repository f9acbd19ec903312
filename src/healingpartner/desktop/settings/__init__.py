"""The settings page, one card to a file: how the program looks, when it locks, what it prints, where backups go.

What must be known before a practice is open stands in `settings_store`; all else is in the vault.
"""
