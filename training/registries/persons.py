"""persons.tsv: who held which office when. Run: python -m training.registries.persons (after harvest.py).

What the hand list says of a person stands; the archives add other persons, never a second opinion on the same one.
"""

from collections.abc import Callable, Iterator
from datetime import date

from training.registries.ifg import uk_ministers
from training.registries.phoenix import rulers
from training.registries.pocom import us_principals
from training.registries.rows import BY_HAND, SHIPPED, Row, read_rows, write_rows

FIELDS = ("name", "aliases", "country", "sector", "office", "from", "to", "source")


def by_hand() -> Iterator[Row]:
    return ({**row, "source": "hand"} for row in read_rows(BY_HAND / "persons_by_hand.tsv"))


def harvested() -> Iterator[Row]:
    """Persons of `harvest.py`; "~": the tenure lasted at least from the first to the last document."""
    for row in read_rows(BY_HAND / "harvested_persons.tsv"):
        yield {
            "name": row["name"], "aliases": "", "country": row["country"], "sector": row["sector"],
            "office": row["office"], "from": row["first_seen"], "to": row["last_seen"] + "~", "source": "harvest",
        }  # fmt: skip


SOURCES: tuple[Callable[[], Iterator[Row]], ...] = (by_hand, us_principals, uk_ministers, harvested, rulers)


def main() -> None:
    rows: dict[tuple[str, str, str, str], Row] = {}
    settled: set[str] = set()
    for source in SOURCES:
        added: set[str] = set()
        for row in source():
            spelled = {row["name"], *filter(None, row["aliases"].split(";"))}
            if not spelled & settled and _is_usable(row):
                rows.setdefault((row["name"], row["country"], row["office"], row["from"]), row)
                added |= spelled
        settled |= added
    write_rows(SHIPPED / "persons/persons.tsv", FIELDS, rows.values())


def _is_usable(row: Row) -> bool:
    """Whether a row has a name of two words or more, and days in their order."""
    try:
        first = date.fromisoformat(row["from"])
        last = date.fromisoformat(row["to"].rstrip("~") or row["from"])
    except ValueError:
        return False
    return " " in row["name"] and first <= last


if __name__ == "__main__":
    main()
