"""What a text is like to read: pure functions over words.

No rows, no files of a practice and no screen; a room hands text in and gets numbers or findings back.
"""
