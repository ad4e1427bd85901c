"""Files of a published collection, from its archive as published or from a folder that it was unpacked into."""

import tarfile
from pathlib import Path

from memoire.errors import UsageError


def files_of(path: Path, suffix: str) -> dict[str, bytes]:
    """Return the files below a folder, or in a tar archive, whose names end with `suffix`, by their paths, in order.

    Raises:
        UsageError: there is none, or the archive cannot be opened.
    """
    found = _in_folder(path, suffix) if path.is_dir() else _in_archive(path, suffix)
    if not found:
        raise UsageError(f"{path} holds no file named *{suffix}; give the collection as it was published, or unpacked")
    return dict(sorted(found.items()))


def _in_folder(folder: Path, suffix: str) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob(f"*{suffix}")}


def _in_archive(path: Path, suffix: str) -> dict[str, bytes]:
    try:
        with tarfile.open(path) as archive:
            files = ((m.name, archive.extractfile(m)) for m in archive if m.isfile() and m.name.endswith(suffix))
            return {name: file.read() for name, file in files if file}
    except (tarfile.TarError, OSError) as error:
        raise UsageError(f"{path} cannot be opened as an archive ({error}); give a .tar.gz or a folder") from error
