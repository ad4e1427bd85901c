"""Lists that are shipped as data, each with its source and licence beside it (SOURCE.md in each folder)."""
