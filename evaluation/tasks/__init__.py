"""The commands of `python -m evaluation`, one file a task."""
