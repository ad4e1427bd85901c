"""given_names.tsv: first names with the gender they usually go with.

Run: python -m training.registries.given_names FOLDER, where FOLDER is `names` of the package names 0.3.0, which carries
the first names of the United States census of 1990 (public domain). UK ministers and a short list by hand are added.
"""

import csv
import io
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.registries.rows import ARCHIVES, BY_HAND, SHIPPED, read_member, read_rows, write_rows

# A name is given a gender if it is borne at least this many times more often by one.
CLEAR = 4
RARE = 0.001  # percent; the census gives no smaller share


def census(folder: Path) -> Iterator[tuple[str, str, float]]:
    for gender, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in (folder / file).read_text(encoding="ascii").splitlines():
            name, percent, *_ = line.split()
            yield name.title(), gender, float(percent)


def ministers() -> Iterator[tuple[str, str, float]]:
    with tarfile.open(ARCHIVES / "uk-ministers.tar.gz") as archive:
        text = read_member(archive, "person.csv").decode()
    for row in csv.DictReader(io.StringIO(text)):
        first = row["name"].split()[0]
        if first not in ("Lord", "Lady", "Baroness", "Viscount", "Earl", "Sir", "Dame", "Dr"):
            yield first, row["gender"].lower(), RARE


def main(folder: Path) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, gender, share in (*census(folder), *ministers()):
        counts[name][gender] += share  # type: ignore[assignment]
    genders = {name: _gender(count) for name, count in counts.items()}
    for row in read_rows(BY_HAND / "given_names_by_hand.tsv"):
        genders.update(dict.fromkeys(row["names"].split(), row["gender"]))
    rows = [{"name": name, "gender": gender} for name, gender in sorted(genders.items()) if name.isalpha()]
    write_rows(SHIPPED / "given_names/given_names.tsv", ("name", "gender"), rows)


def _gender(count: Counter[str]) -> str:
    male, female = count["m"], count["f"]
    return "m" if male >= CLEAR * female else "f" if female >= CLEAR * male else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
