"""Ledger → brief, aide-mémoire, action matrix, calendar, exports. `gathering.py` asks the ledger; all else is pure."""
