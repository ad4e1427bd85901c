"""US secretaries, their deputies and assistants, and chiefs of mission, from HistoryAtState/pocom (CC0)."""

import tarfile
from collections.abc import Iterator
from xml.etree import ElementTree

from training.registries.rows import ARCHIVES, SINCE, Row, read_member

# Most terms without an end in the archive were over then; "~": how long they lasted is not known.
ENDS = "2021-01-20~"


def us_principals() -> Iterator[Row]:
    with tarfile.open(ARCHIVES / "us-principals-and-chiefs.tar.gz") as archive:
        roots = {
            member.name: ElementTree.fromstring(read_member(archive, member.name))  # noqa: S314 - data of our own
            for member in archive.getmembers()
            if member.name.endswith(".xml")
        }
    people = [root for name, root in sorted(roots.items()) if name.startswith("people/")]
    names = {root.findtext("id", ""): _names(root) for root in people}
    for name, root in sorted(roots.items()):
        if name.startswith(("positions-principals/", "missions-")):
            yield from _terms(root, names)


def _names(root: ElementTree.Element) -> tuple[str, str]:
    """ "Donald Blome" and "Donald Armin Blome"."""
    forename = " ".join((root.findtext("persName/forename") or "").split())
    surname = " ".join((root.findtext("persName/surname") or "").split())
    first = forename.split()[0] if forename else ""
    short = forename if first.endswith(".") else first
    return f"{short} {surname}".strip(), f"{forename} {surname}".strip()


def _terms(root: ElementTree.Element, names: dict[str, tuple[str, str]]) -> Iterator[Row]:
    office = " ".join((root.findtext("names/singular") or "").split())
    mission = _mission(root.findtext("territory-id") or root.findtext("id") or "")
    for term in (*root.iter("principal"), *root.iter("chief")):
        started = term.findtext("started/date") or term.findtext("appointed/date") or ""
        ended = term.findtext("ended/date") or ""
        short, full = names.get(term.findtext("person-id") or "", ("", ""))
        if short and len(started) == len(SINCE) and (ended or started) >= SINCE:
            yield {
                "name": short, "aliases": full if full != short else "", "country": "USA", "sector": "GOV",
                "office": office or mission, "from": started, "to": ended or max(started + "~", ENDS),
                "source": "pocom",
            }  # fmt: skip


def _mission(territory: str) -> str:
    """ "united-arab-emirates" → "Ambassador to United Arab Emirates"."""
    if territory.startswith("representative"):
        return "Permanent Representative"
    words = [word if word in ("and", "of", "the") else word.title() for word in territory.split("-")]
    return f"Ambassador to {' '.join(words)}"
