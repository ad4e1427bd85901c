"""Logits of time of one passage → words that name a time."""

OUTSIDE, BEGIN, INSIDE = range(3)
