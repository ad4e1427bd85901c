"""Rulers and armed groups, from the Phoenix dictionaries (openeventdata/petrarch2, MIT).

Run: python -m training.registries.phoenix writes bodies/armed_groups.tsv; the rulers go into persons.tsv.
"""

import re
import string
import tarfile
from collections.abc import Iterator

from training.registries.rows import ARCHIVES, SHIPPED, SINCE, Row, read_member, read_rows, write_rows

# The lists of rulers end there; "~": a later day is not known to be after the tenure.
ENDS = "2014-06-30~"
_RENAMED = {"KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD"}  # codes of CAMEO that ISO 3166-1 has otherwise
_SMALL = frozenset("de da do dos del la van von der bin ibn al el ul of du di and the for in e".split())
_TERM = re.compile(r"([A-Z]{3})GOV\w* (?:(\d{6})-(\d{6})|>(\d{6}))")
_SHORTEST = 2  # words of a name that is safely one
# A group of two words only is told from ordinary speech ("Popular Justice") by one of these.
_ARMED = re.compile(r"army|front|brigade|liberation|guerrilla|jihad|militia|force|resistance|mujah|hezb|ansar", re.I)
_LATEST_CENTURY = "29"  # two-digit years up to here are of the 2000s


def rulers() -> Iterator[Row]:
    """Those coded as elite before or after and as government in between."""
    states = {row["iso3"] for row in read_rows(SHIPPED / "states/states.tsv")}
    for names, codes in _entries("Phoenix.Countries.actors.txt"):
        name, text = _plain(names[0]), " ".join(codes)
        terms = [match.groups() for match in _TERM.finditer(text) if match[1] + "ELI" in text]
        for code, first, last, open_from in terms if name else ():
            start, end = _day(first or open_from), _day(last) if last else ENDS
            country = _RENAMED.get(code, code)
            if end >= SINCE and start <= end and country in states:
                yield {
                    "name": name, "aliases": "", "country": country, "sector": "GOV", "office": "",
                    "from": start, "to": end, "source": "phoenix",
                }  # fmt: skip


def armed_groups() -> Iterator[Row]:
    """Non-state armed groups; those without a state of their own have no country."""
    known = {
        name for row in read_rows(SHIPPED / "bodies/bodies.tsv") for name in (row["name"], *row["aliases"].split(";"))
    }
    states = {row["iso3"] for row in read_rows(SHIPPED / "states/states.tsv")}
    for names, codes in _entries("Phoenix.MilNonState.actors.txt"):
        plain = [name for name in dict.fromkeys(_plain(re.sub(r"_\([A-Z-]+\)", "", name)) for name in names) if name]
        is_safe = bool(plain) and (len(plain[0].split()) > _SHORTEST or _ARMED.search(plain[0]) is not None)
        if is_safe and codes and not known & set(plain):
            country = codes[0][:3] if codes[0][:3] in states else ""
            yield {
                "name": plain[0],
                "aliases": ";".join(plain[1:]),
                "country": country,
                "sector": "REB" if country else "UAF",
            }


def _entries(file: str) -> Iterator[tuple[list[str], list[str]]]:
    """Names of one actor, the main one first, with its codes."""
    with tarfile.open(ARCHIVES / "phoenix-dictionaries.tar.gz") as archive:
        lines = read_member(archive, file).decode("utf-8", "replace").splitlines()
    names: list[str] = []
    codes: list[str] = []
    for raw in [*lines, "END"]:
        line = raw.split("#")[0].rstrip()
        name = line.split("[")[0].strip().lstrip("+")
        if line and line[0] not in "\t +[":
            if names and codes:
                yield names, codes
            names, codes = [], []
        if name and not line.startswith("\t"):
            names.append(name)
        codes += re.findall(r"\[([^\]]+)\]", line)


def _plain(name: str) -> str:
    """ "MARCIO_FORTES_DE_ALMEIDA_" → "Marcio Fortes de Almeida"; empty for what is no full name in Latin letters."""
    words = name.strip("_ ").split("_")
    if len(words) < _SHORTEST or not all(re.fullmatch(r"[A-Z'.-]+", word) for word in words):
        return ""
    return " ".join(
        word.lower() if i and word.lower() in _SMALL else string.capwords(word, "-") for i, word in enumerate(words)
    )


def _day(digits: str) -> str:
    """ "010120" → "2001-01-20"; months and days out of range are brought into it."""
    century = "20" if digits[:2] <= _LATEST_CENTURY else "19"
    return f"{century}{digits[:2]}-{min(max(int(digits[2:4]), 1), 12):02}-{min(max(int(digits[4:6]), 1), 28):02}"


if __name__ == "__main__":
    write_rows(SHIPPED / "bodies/armed_groups.tsv", ("name", "aliases", "country", "sector"), armed_groups())
