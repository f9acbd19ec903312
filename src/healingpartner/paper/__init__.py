"""Paper: frozen models in, PDF bytes out; every letter of every name is printed, tagged and found again.

Only this room imports reportlab, pikepdf, pypdfium2, segno, arabic-reshaper and python-bidi, and only when
something is first printed. Nothing here reads the vault or writes a file.
"""
