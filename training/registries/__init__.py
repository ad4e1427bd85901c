"""Builds the registry files that are shipped under src/memoire/registries/ from public lists."""
