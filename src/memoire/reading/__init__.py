"""Document → Reading. Pure: no network, clock, database or Django."""
