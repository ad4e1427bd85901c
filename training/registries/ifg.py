"""UK ministers, from the Institute for Government (CC BY 4.0). Whips are left out."""

import csv
import io
import tarfile
from collections.abc import Iterator

from training.registries.rows import ARCHIVES, SINCE, Row, read_member

RANKS = ("PM", "DPM", "SoS", "MoS", "PUSS")
_PEERS = ("Lord", "Lady", "Baroness", "Viscount", "Earl", "Sir", "Dame", "Duke")


def uk_ministers() -> Iterator[Row]:
    with tarfile.open(ARCHIVES / "uk-ministers.tar.gz") as archive:
        people, posts, terms = (_table(archive, f"{name}.csv") for name in ("person", "post", "appointment"))
    post_by_id = {row["id"]: row for row in posts}
    names: dict[str, set[str]] = {}
    for row in people:
        names.setdefault(row["id"], set()).add(row["display_name"] or row["name"])
    for term in terms:
        post = post_by_id[term["post_id"]]
        if (term["end_date"] or "9") >= SINCE and post["rank_equivalence"] in RANKS:
            # Commoners' names first: texts use them for those who became peers later.
            name, *others = sorted(names[term["person_id"]], key=lambda name: (name.startswith(_PEERS), name))
            yield {
                "name": name, "aliases": ";".join(others), "country": "GBR", "sector": "GOV",
                "office": post["display_name"] or post["name"], "from": term["start_date"], "to": term["end_date"],
                "source": "ifg",
            }  # fmt: skip


def _table(archive: tarfile.TarFile, name: str) -> list[Row]:
    return list(csv.DictReader(io.StringIO(read_member(archive, name).decode())))
