"""Every export, validated by an independent reader of its format."""

import csv
import hashlib
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, get_args

import bibtexparser
import duckdb
import jsonschema
import pytest
from pyld import jsonld

from memoire.briefing.crosswalks import SCALES, crosswalk
from memoire.briefing.exports.tables import TABLES, Table
from memoire.briefing.exports.writing import DESCRIPTION, FORMATS, export
from memoire.errors import UsageError
from memoire.records.codebook import PLOVER
from memoire.records.following import Life, Outcome
from tests.spec.briefing_facts import ON, items, texts

Exported = Callable[[str], Path]


@pytest.fixture
def exported(tmp_path: Path) -> Exported:
    def run(form: str) -> Path:
        folder = tmp_path / form
        assert export(items(), folder, form, as_of=ON) == len(items())
        return folder

    return run


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("form", FORMATS)
def test_the_description_names_every_file_with_its_size_and_sum(exported: Exported, form: str) -> None:
    folder = exported(form)
    described = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    files = {resource["path"]: resource for resource in described["resources"]}
    assert {path.name for path in folder.iterdir()} == {*files, DESCRIPTION}
    for name, resource in files.items():
        data = (folder / name).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


@pytest.mark.parametrize("form", FORMATS)
def test_twice_is_the_same(exported: Exported, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {path.name: path.read_bytes() for path in exported(form).iterdir()}
    assert {path.name: path.read_bytes() for path in exported(form).iterdir()} == first


TABLE_TYPES = {"string": str, "integer": int, "number": float, "date": date.fromisoformat}


def test_csv_keeps_to_its_schema_keys_and_references(exported: Exported) -> None:
    folder = exported("csv")
    resources = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))["resources"]
    sheets: dict[str, list[dict[str, str]]] = {}
    for resource in resources:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            sheets[resource["name"]] = list(csv.DictReader(file))
    for resource in resources:
        schema, rows = resource["schema"], sheets[resource["name"]]
        assert rows, resource["name"]
        assert [field["name"] for field in schema["fields"]] == list(rows[0])
        for field in schema["fields"]:
            for row in rows:
                assert row[field["name"]] == "" or TABLE_TYPES[field["type"]](row[field["name"]]) is not None
        key = schema["primaryKey"] if isinstance(schema["primaryKey"], list) else [schema["primaryKey"]]
        assert len({tuple(row[name] for name in key) for row in rows}) == len(rows)
        for reference in schema.get("foreignKeys", []):
            there = {row["id"] for row in sheets[reference["reference"]["resource"]]}
            assert {row[reference["fields"]] for row in rows} <= there


def test_csv_is_read_alike_by_duckdb(exported: Exported) -> None:
    found = duckdb.read_csv(str(exported("csv") / "entries.csv"), all_varchar=True)
    assert sorted(quote for (quote,) in found.project("quote").fetchall()) == sorted(
        item.entry.quote for item in items()
    )


def test_csv_runs_no_formula(exported: Exported) -> None:
    text = (exported("csv") / "entries.csv").read_text(encoding="utf-8")
    assert not [cell for row in csv.reader(text.splitlines()) for cell in row if len(cell) > 2 and cell[0] in "=+-@"]


def test_quotes_are_slices_of_their_documents(exported: Exported) -> None:
    known = texts()
    for entry in json_lines(exported("jsonl") / "entries.jsonl"):
        assert known[entry["document"]][entry["span_start"] : entry["span_end"]] == entry["quote"]


def test_parquet_has_the_rows_of_json_lines_in_typed_columns(exported: Exported) -> None:
    lines, folder = exported("jsonl"), exported("parquet")
    types = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
    for table in TABLES:
        found = duckdb.read_parquet(str(folder / f"{table.name}.parquet"))
        assert found.columns == [column.name for column in table.columns]
        assert [str(one) for one in found.types] == [types[column.type] for column in table.columns]
        plain = [
            {
                name: value.isoformat() if isinstance(value, date) else value
                for name, value in zip(found.columns, row, strict=True)
            }
            for row in found.fetchall()
        ]
        assert plain == json_lines(lines / f"{table.name}.jsonl")


def test_parquet_without_its_extra_says_what_to_install(exported: Exported, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"aide-memoire\[analytics\].*--as csv or jsonl"):
        exported("parquet")


# The fields of the PLOVER manual's tables "PLOVER JSON" and "Information object for actors", and which it requires.
ACTOR = {
    "type": "object",
    "properties": {
        name: {"type": "string", "minLength": 1}
        for name in ("code", "sector", "actor_text", "identifier_text", "office")
    },
    "additionalProperties": False,
}
EVENT = {
    "type": "object",
    "required": ["id", "date", "source", "event"],
    "properties": {
        "id": {"type": "string"},
        "has_event": {"const": True},
        "date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "enddate": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
        "source": {"type": "array", "minItems": 1, "items": ACTOR},
        "recipient": {"type": "array", "items": ACTOR},
        "event": {"type": "array", "minItems": 1, "items": {"enum": list(PLOVER)}},
        "event_loc": {"type": "object"},
        "event_text": {"type": "array", "items": {"type": "string"}},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "context": {"type": "array", "items": {"enum": ["historical", "future", "hypothetical", "negation"]}},
        "text_info": {"type": "object", "required": ["start", "end"]},
        "cite_info": {"type": "object"},
        "comment": {"type": "string"},
    },
    "additionalProperties": False,
}


def test_plover_records_have_the_fields_of_its_manual(exported: Exported) -> None:
    events = json_lines(exported("plover") / "events.jsonl")
    assert events
    for event in events:
        jsonschema.validate(event, EVENT)
    typed = [item.entry.id for item in items() if item.entry.plover and item.place.bound]
    assert [event["id"] for event in events] == typed
    promised = next(event for event in events if "hold a law enforcement dialogue" in event["event_text"][0])
    assert promised["context"] == ["future"]
    assert [actor["code"] for actor in promised["source"]] == ["PAK", "USA"]


# W3C Web Annotation Data Model, 2017: sections 3.1, 3.2.4, 4.2.4 and 4.2.5.
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target", "body", "motivation"],
    "properties": {
        "id": {"type": "string", "format": "uri", "pattern": "^urn:memoire:entry:"},
        "type": {"const": "Annotation"},
        "motivation": {"const": "classifying"},
        "body": {
            "type": "array",
            "items": {
                "oneOf": [
                    {
                        "required": ["type", "value", "purpose"],
                        "properties": {
                            "type": {"const": "TextualBody"},
                            "purpose": {"enum": ["classifying", "describing", "tagging"]},
                        },
                    },
                    {
                        "required": ["type", "source", "purpose"],
                        "properties": {"type": {"const": "SpecificResource"}, "purpose": {"const": "linking"}},
                    },
                ]
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {
                            "required": ["type", "start", "end"],
                            "properties": {"type": {"const": "TextPositionSelector"}, "start": {"minimum": 0}},
                        },
                        {"required": ["type", "exact"], "properties": {"type": {"const": "TextQuoteSelector"}}},
                    ],
                    "minItems": 2,
                    "maxItems": 2,
                }
            },
        },
    },
}


def test_annotations_follow_the_w3c_model_and_point_to_the_words(exported: Exported) -> None:
    page = json.loads((exported("annotation") / "annotations.jsonld").read_text(encoding="utf-8"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len(page["items"]) == len(items())
    known = texts()
    for annotation in page["items"]:
        jsonschema.validate(annotation, ANNOTATION)
        position, quote = annotation["target"]["selector"]
        document = annotation["target"]["source"]["id"].rpartition(":")[2]
        assert known[document][position["start"] : position["end"]] == quote["exact"]


def schema_org(address: str, _options: Any = None) -> dict[str, Any]:
    """What the vocabulary's own context does to our terms; the real one lies on the web."""
    assert address.startswith("https://schema.org")
    dates = {"@type": "http://schema.org/Date"}
    context = {"@vocab": "http://schema.org/", "url": {"@type": "@id"}, "datePublished": dates}
    return {"contextUrl": None, "documentUrl": address, "document": {"@context": context}}


def test_claim_reviews_are_json_ld_of_schema_org_and_only_of_what_was_checked(exported: Exported) -> None:
    path = exported("claimreview") / "claimreviews.jsonld"
    expanded = jsonld.expand(json.loads(path.read_text(encoding="utf-8")), {"documentLoader": schema_org})
    checked = [item for item in items() if item.standing not in (None, "unchecked")]
    assert [review["@id"] for review in expanded] == [f"urn:memoire:claim:{item.entry.id}" for item in checked]
    (review,) = expanded
    assert review["@type"] == ["http://schema.org/ClaimReview"]
    for required in ("claimReviewed", "reviewRating", "itemReviewed", "author", "datePublished"):
        assert f"http://schema.org/{required}" in review, required
    (rating,) = review["http://schema.org/reviewRating"]
    assert rating["http://schema.org/alternateName"] == [{"@value": "Contradicted by later reports"}]
    assert "acquitted ten" in json.dumps(review["http://schema.org/citation"])


def test_bibtex_is_read_by_bibtexparser(exported: Exported) -> None:
    library = bibtexparser.parse_string((exported("bibtex") / "sources.bib").read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    papers = {item.paper.id: item.paper for item in items()}
    assert len(library.entries) == len(papers)
    for entry in library.entries:
        paper = papers[entry.key.rpartition("-")[2]]
        assert entry.entry_type == "misc"
        assert not paper.published or entry["year"] == str(paper.published.year)


# CSL-JSON 1.0.2: the variables used here, as csl-data.json defines them.
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["article-newspaper", "speech", "document"]},
            "author": {"type": "array", "items": {"required": ["literal"], "additionalProperties": False,
                                                  "properties": {"literal": {"type": "string"}}}},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array", "minItems": 1, "maxItems": 2,
                        "items": {"type": "array", "items": {"type": ["string", "number"]}, "maxItems": 3},
                    }
                },
                "additionalProperties": False,
            },
            **{name: {"type": "string"} for name in ("title", "publisher", "URL", "language", "genre", "note")},
        },
        "additionalProperties": False,
    },
}  # fmt: skip


def test_csl_follows_its_schema(exported: Exported) -> None:
    found = json.loads((exported("csl") / "sources.csl.json").read_text(encoding="utf-8"))
    jsonschema.validate(found, CSL)
    assert len(found) == len({item.paper.id for item in items()})


def test_other_formats_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'xlsx' is no format; choose one of csv, jsonl"):
        export([], tmp_path, "xlsx", as_of=ON)


def life(lifecycle: Any, outcome: Outcome | None = None, evidence: Any = "single") -> Life:
    return Life(lifecycle, outcome, evidence, None, None, "none")


def test_a_scale_has_a_word_only_where_the_paper_on_crosswalks_says_so() -> None:
    paper = (Path(__file__).parents[2] / "docs/reference/crosswalks.md").read_text(encoding="utf-8")
    table = [[cell.strip() for cell in line.strip("| ").split("|")] for line in paper.splitlines() if "|" in line]
    head = next(row for row in table if row[0] == "ours")
    assert head[1:] == [scale.column for scale in SCALES]
    told = {row[0]: [cell.strip("–") for cell in row[1:]] for row in table if len(row) == len(head)}
    for outcome in get_args(Outcome):
        on_scales = crosswalk(life("closed", outcome))
        assert told[outcome] == [on_scales[column] or "" for column in head[1:]], outcome
    for name, lived in (
        ("open or due", life("open")),
        ("overdue, none found", life("overdue", evidence="none-found")),
    ):
        assert told[name] == [crosswalk(lived)[column] or "" for column in head[1:]], name


def test_what_is_no_commitment_stands_on_no_scale() -> None:
    assert set(crosswalk(None).values()) == {None}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_paper_on_exports_names_every_column(table: Table) -> None:
    paper = (Path(__file__).parents[2] / "docs/reference/exports.md").read_text(encoding="utf-8")
    section = paper.split(f"### `{table.name}`")[1].split("\n## ")[0].split("\n### ")[0]
    scales = {scale.column for scale in SCALES}
    assert [c.name for c in table.columns if c.name not in scales and f"`{c.name}`" not in section] == []
