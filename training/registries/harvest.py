"""harvested_persons.tsv: office-holders that published documents introduce ("Foreign Minister X of Y"), dated by them.

Run: python -m training.registries.harvest. Reads data/documents (White House, other governments, Wikinews) and
data/outcomes/us-travels (trips of US presidents and secretaries, with whom they met), with the product's own rules.
A person is kept if three documents introduce them with the same country; the dates are the first and last document.
"""

import gzip
import json
import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

from memoire.reading.resolving.actors.page import Page
from memoire.reading.resolving.actors.people import gather_people
from memoire.reading.resolving.actors.person import Person, plain_text
from memoire.reading.splitting import split_sentences
from memoire.registries.groups import group_sectors
from memoire.registries.offices import office_modifiers, office_sectors
from training.registries.rows import BY_HAND, SHARED, write_rows

FEWEST_DOCUMENTS = 3
AGREEMENT = 0.8  # share of the documents that name the same country
FIELDS = ("name", "country", "sector", "office", "first_seen", "last_seen", "documents")
# American documents introduce their own officials by the thousand; of those only the elected are worth keeping.
_ELECTED = ("senator", "congressman", "congresswoman", "representative", "governor", "mayor", "speaker")


def documents() -> Iterator[tuple[str, date]]:
    """Texts with their day. Wikipedia's pages are share-alike and left out."""
    for file in ("white-house-2021-2026.jsonl.gz", "others.jsonl.gz"):
        with gzip.open(SHARED / "data/documents" / file, "rt", encoding="utf-8") as lines:
            for document in map(json.loads, lines):
                published = document.get("published") or ""
                if len(published) == len("2024-07-14") and "SA" not in document.get("licence", ""):
                    yield document["text"], date.fromisoformat(published)


def trips() -> Iterator[tuple[str, date]]:
    """Whom American presidents and secretaries met, as sentences that name the country."""
    with tarfile.open(SHARED / "data/outcomes/us-travels.tar.gz") as archive:
        for member in archive.getmembers():
            file = archive.extractfile(member) if member.name.endswith(".xml") else None
            root = ElementTree.fromstring(file.read()) if file else None  # noqa: S314 - a data file of ours
            for trip in root.iter("trip") if root is not None else ():
                day, country = trip.findtext("start-date") or "", trip.findtext("country") or ""
                if day >= "1990" and len(day) == len("2024-07-14"):
                    yield (
                        f"{country}'s {' '.join((trip.findtext('remarks') or '').split()).replace('Met with ', '')}",
                        date.fromisoformat(day),
                    )


def introduced(text: str, published: date) -> Iterator[Person]:
    """Persons whom the text gives an office and a country, without help from the registry."""
    page, people = Page(text, split_sentences(text)), list[Person]()
    page.runs = [replace(run, meaning=None) for run in page.runs]
    gather_people(page, people, published)
    for person in people:
        if (
            person.rule == "rule:apposition"
            and person.office
            and person.sector in ("GOV", "LEG", "IGO")
            and _is_name(person)
        ):
            yield person


def _is_name(person: Person) -> bool:
    """Whether the name is one: of two words or more, none of them a common noun of offices or bodies."""
    words = plain_text(person.name).split()
    is_known = person.country != "USA" or not person.heads.isdisjoint(_ELECTED)
    return is_known and len(words) > 1 and not {*group_sectors(), *office_modifiers(), *office_sectors()} & set(words)


def main() -> None:
    seen: dict[str, list[tuple[Person, date]]] = defaultdict(list)
    for text, published in (*documents(), *trips()):
        for person in introduced(text, published):
            seen[person.name].append((person, published))
    rows = [row for name, found in sorted(seen.items()) if (row := _row(name, found))]
    write_rows(BY_HAND / "harvested_persons.tsv", FIELDS, rows)


def _row(name: str, found: list[tuple[Person, date]]) -> dict[str, object] | None:
    country, times = Counter(person.country for person, _ in found).most_common(1)[0]
    if times < FEWEST_DOCUMENTS or times < AGREEMENT * len(found) or not re.fullmatch(r"[\w '’.-]+", name):
        return None
    office, _ = Counter(person.office for person, _ in found).most_common(1)[0]
    sector, _ = Counter(person.sector for person, _ in found).most_common(1)[0]
    days = sorted(day for _, day in found)
    return {"name": name, "country": country, "sector": sector, "office": office, "first_seen": days[0].isoformat(),
            "last_seen": days[-1].isoformat(), "documents": len(found)}  # fmt: skip


if __name__ == "__main__":
    main()
