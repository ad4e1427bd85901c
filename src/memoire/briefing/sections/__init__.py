"""The sections of a brief, one file each: facts → `Section`."""
