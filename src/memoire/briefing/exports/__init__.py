"""Ledger → files that other programs and disciplines read: one module a format, `writing.py` the way in."""
