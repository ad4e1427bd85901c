"""How announced visits are matched to trips, on two made-up documents and four made-up trips."""

import gzip
import io
import json
import tarfile

import pytest
from click.testing import CliRunner

from evaluation.__main__ import main
from evaluation.visits import load_announcements, load_trips

ANNOUNCED = "President Biden will travel to Peru on May 9."
TRIPS = (
    ("biden-joseph-r", "peru", "Peru", "Lima", "2022-05-08", "2022-05-10"),
    ("biden-joseph-r", "chile", "Chile", "Santiago", "2022-05-11", "2022-05-12"),
    ("blinken-antony-j", "peru", "Peru", "Lima", "2022-05-09", "2022-05-09"),
    ("biden-joseph-r", "peru", "Peru", "Cusco", "2023-05-09", "2023-05-09"),
)
TEXTS = {"statements/visit.md": ANNOUNCED, "statements/home.md": "President Biden will travel to Ohio on May 9."}


@pytest.fixture
def files(tmp_path):
    documents, trips, readings = tmp_path / "documents.jsonl.gz", tmp_path / "trips.tar.gz", tmp_path / "r.jsonl"
    with gzip.open(documents, "wt", encoding="utf-8") as lines:
        for path, text in TEXTS.items():
            document = {"path": path, "title": "Travel", "published": "2022-05-01", "url": "", "text": text}
            lines.write(json.dumps(document) + "\n")
    with tarfile.open(trips, "w:gz") as archive:
        for who in ("biden-joseph-r", "blinken-antony-j", "rusk-david-dean"):
            content = f"<trips>{''.join(map(trip, (t for t in TRIPS if t[0] == who)))}</trips>".encode()
            member = tarfile.TarInfo(f"travels/{who}.xml")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    readings.write_text(json.dumps({"id": "statements/visit.md", "entries": [entry()]}))
    return documents, trips, readings


def trip(told):
    who, slug, state, place, first, last = told
    return (
        f'<trip who="{who}"><start-date>{first}</start-date><end-date>{last}</end-date>'
        f'<country id="{slug}">{state}</country><locale>{place}</locale></trip>'
    )


def entry():
    def words(part):
        start = ANNOUNCED.index(part)
        return {"text": part, "span": [start, start + len(part)]}

    biden = {**words("President Biden"), "name": "Joe Biden", "country": "USA", "sector": "GOV", "office": "President"}
    peru = {**words("Peru"), "name": "Peru", "country": "PER", "sector": "GOV"}
    return {
        "kind": "commitment", "span": [0, len(ANNOUNCED) - 1], "quote": ANNOUNCED[:-1], "predicate": words("travel"),
        "action": "travel to Peru on May 9", "polarity": "+", "score": 1.0, "because": [], "mentions": [], "voice": [],
        "by": [biden], "to": [peru], "with": [],
        "when": {**words("on May 9"), "edtf": "2022-05-09", "basis": "derived"},
        "where": {**words("Peru"), "country": "PER"}, "areas": ["diplomacy"], "plover": "CONSULT", "firmness": "firm",
        "checkable": "yes", "condition": None,
    }  # fmt: skip


def test_only_announcements_of_journeys_abroad_are_read(files):
    assert [document.id for document in load_announcements(files[0])] == ["statements/visit.md"]


def test_only_the_trips_of_the_two_are_taken(files):
    assert [(t.person, t.country, t.place) for t in load_trips(files[1])] == [
        ("blinken", "PER", "Lima"),
        ("biden", "PER", "Lima"),
        ("biden", "CHL", "Santiago"),
        ("biden", "PER", "Cusco"),
    ]


def test_a_trip_keeps_what_was_announced_of_this_person_country_and_day(files):
    documents, trips, readings = map(str, files)
    told = CliRunner().invoke(
        main, ["visits", "--documents", documents, "--trips", trips, "--from", readings, "--show", "9", "--misses"]
    )
    assert told.exit_code == 0, told.output
    figures = json.loads(told.output.splitlines()[-1])
    assert (figures["documents"], figures["commitments"], figures["trips"]) == (1, 1, 4)
    assert (figures["pairs"], figures["pairs_right"], figures["kept"], figures["kept_found"]) == (1, 1.0, 1, 1.0)
    assert (figures["alone"]["pairs"], figures["alone"]["kept_found"]) == (1, 1.0)
    assert "biden PER Lima, 2022-05-08/2022-05-10" in told.output


def test_a_baseline_takes_the_next_trip_whenever_it_is(files, tmp_path):
    documents, trips, _ = map(str, files)
    late = tmp_path / "late.jsonl"
    late.write_text(
        json.dumps(
            {"id": "statements/visit.md", "entries": [entry() | {"when": {**entry()["when"], "edtf": "2022-09-01"}}]}
        )
    )
    told = CliRunner().invoke(main, ["visits", "--documents", documents, "--trips", trips, "--from", str(late)])
    figures = json.loads(told.output.splitlines()[-1])
    assert (figures["next_trip"]["pairs"], figures["next_trip"]["pairs_right"], figures["kept"]) == (1, 0.0, 0)


def test_absent_data_is_said(tmp_path):
    told = CliRunner().invoke(main, ["visits", "--documents", str(tmp_path / "none.gz")])
    assert json.loads(told.output)["skipped"][0] == "none.gz"
