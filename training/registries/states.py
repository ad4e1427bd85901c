"""states.tsv: names, demonyms and seats of states. Run: python -m training.registries.states"""

import csv
import gzip
import re

from babel import Locale

from training.registries.rows import BY_HAND, SHARED, SHIPPED, read_rows, write_rows

FIELDS = ("iso3", "name", "domain", "names", "demonyms", "seats")
# Official names that mean something else in running text, or are never written.
_NOT_A_NAME = re.compile(r"\*|Territory|Outlying|Bouvet|Heard|Antarctica")


def country_codes() -> list[dict[str, str]]:
    with gzip.open(SHARED / "data/actors/country-codes.csv.gz", "rt", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def official_names(codes: list[dict[str, str]]) -> dict[str, list[str]]:
    """Short, formal and CLDR names by ISO 3166-1 alpha-3 code, without articles."""
    english, names = Locale("en").territories, {}
    for row in codes:
        given = (row["UNTERM English Short"], row["UNTERM English Formal"], row["CLDR display name"],
                 english.get(row["ISO3166-1-Alpha-2"], ""))  # fmt: skip
        names[row["ISO3166-1-Alpha-3"]] = [_plain(name) for name in given if name and not _NOT_A_NAME.search(name)]
    return names


def _plain(name: str) -> str:
    return re.sub(r"^the |\s*\([^)]*\)", "", name).replace(" & ", " and ").strip()


def main() -> None:
    codes, rows = country_codes(), []
    official = official_names(codes)
    domains = {row["ISO3166-1-Alpha-3"]: row["TLD"].lstrip(".") for row in codes}
    for state in read_rows(BY_HAND / "states_by_hand.tsv"):
        names = [state["name"], *state["other_names"].split(";"), *official.get(state["iso3"], ())]
        # "ROK>Republic of Korea": whoever is called so is named so. The hand list comes before official names.
        unique = {name.partition(">")[0]: name for name in reversed(names) if name and not name.startswith("Congo -")}
        rows.append({
            "iso3": state["iso3"], "name": state["name"], "domain": domains.get(state["iso3"], ""),
            "names": ";".join(reversed(unique.values())), "demonyms": state["demonyms"], "seats": state["seats"],
        })  # fmt: skip
    write_rows(SHIPPED / "states/states.tsv", FIELDS, rows)


if __name__ == "__main__":
    main()
