"""The encrypted practice: key slots, opening, migrations, ledger, drafts, search table, files, backup, checks.

It knows rows and lines, never what a room means by them. Only this room touches SQLCipher and keys.
"""
