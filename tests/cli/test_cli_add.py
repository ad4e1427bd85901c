"""`memoire add`: what is stored, refused, skipped; and what an interruption leaves."""

import json
from pathlib import Path

from memoire.cli.progress import told_so_far
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow, ReadingRow
from memoire.ledger.verifying import verify
from tests.cli.conftest import Memoire
from tests.cli.fake_reader import FakeReader


def test_adds_what_can_be_read_names_what_cannot_and_says_so_in_its_status(memoire: Memoire, folder: Path) -> None:
    done = memoire("add", folder)
    assert done.exit_code == 1
    assert done.stdout == "added 3, already there 0, refused 2; entries proposed 3\n"
    assert f"refused: {folder / '4-empty.txt'}: is empty" in done.stderr
    assert f"refused: {folder / '5-binary.bin'}: is binary" in done.stderr
    assert DocumentRow.objects.count() == 3
    assert {row.state for row in EntryRow.objects.all()} == {"proposed"}
    assert list(verify()) == []


def test_twice_is_once(memoire: Memoire, folder: Path) -> None:
    memoire("add", folder)
    rows = HistoryRow.objects.count()
    done = memoire("add", folder)
    assert done.stdout == "added 0, already there 3, refused 2; entries proposed 0\n"
    assert HistoryRow.objects.count() == rows


def test_all_well_is_0_and_nothing_done_is_3(memoire: Memoire, folder: Path) -> None:
    assert memoire("add", folder / "1-dialogue.txt").exit_code == 0
    assert memoire("add", folder / "4-empty.txt").exit_code == 3
    assert memoire("add", folder / "not there.txt").exit_code == 3


def test_wrong_usage_is_2(memoire: Memoire, folder: Path) -> None:
    assert memoire("add").exit_code == 2
    wrong = memoire("add", folder, "--published", "31 Feb 2024")
    assert wrong.exit_code == 2
    assert "'31 Feb 2024' is not a day; write it as 2024-07-14" in wrong.stderr
    assert memoire("add", folder, "--marking", "secret").exit_code == 2


def test_a_document_whose_time_needs_a_day_is_refused_until_the_day_is_given(memoire: Memoire, tmp_path: Path) -> None:
    undated = tmp_path / "undated.txt"
    undated.write_text(
        "Pakistan will host the United States in October, the ministry of the interior said in a statement."
    )
    refused = memoire("add", undated)
    assert (refused.exit_code, DocumentRow.objects.count()) == (3, 0)
    assert "'in October' needs a day" in refused.stderr
    assert memoire("add", undated, "--published", "2024-07-14").exit_code == 0
    assert EntryRow.objects.get().edtf == "2024-10"


def test_a_corpus_comes_in_with_its_own_ids_and_days(memoire: Memoire, tmp_path: Path) -> None:
    text = "Pakistan will host the United States in October, the ministry of the interior said in a statement."
    lines = [
        {"id": f"corpus/{year}", "published": f"{year}-05-01", "kind": "news", "title": "T", "text": f"{text} ({year})"}
        for year in (2020, 2021)
    ]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("\n".join(map(json.dumps, lines)) + "\nnot json\n")
    done = memoire("add", corpus)
    assert (done.exit_code, done.stdout) == (1, "added 2, already there 0, refused 1; entries proposed 2\n")
    assert {row.given_id for row in DocumentRow.objects.all()} == {"corpus/2020", "corpus/2021"}
    assert {row.edtf for row in EntryRow.objects.all()} == {"2020-10", "2021-10"}
    assert memoire("add", corpus).stdout.startswith("added 0, already there 2")


def test_standard_input_is_a_source(memoire: Memoire, folder: Path) -> None:
    assert memoire("add", "-", stdin=(folder / "1-dialogue.txt").read_bytes()).exit_code == 0
    assert DocumentRow.objects.count() == 1


def test_a_marking_is_kept_on_document_and_entries(memoire: Memoire, folder: Path) -> None:
    memoire("add", folder / "1-dialogue.txt", "--marking", "amber")
    assert DocumentRow.objects.get().marking == EntryRow.objects.get().marking == "amber"


def test_a_newer_reader_reads_again_what_is_there(memoire: Memoire, folder: Path) -> None:
    memoire("add", folder)
    done = memoire("add", folder, reader=FakeReader("2"))
    assert done.stdout == "added 0, read again 3, already there 0, refused 2; entries proposed 3\n"
    assert (DocumentRow.objects.count(), ReadingRow.objects.count()) == (3, 6)


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(memoire: Memoire, folder: Path) -> None:
    class Interrupted(FakeReader):
        def read(self, document):  # type: ignore[no-untyped-def]
            if "cricket" in document.text:
                raise KeyboardInterrupt
            return super().read(document)

    done = memoire("add", folder, reader=Interrupted())
    assert done.exit_code == 130
    assert "added 1" in done.stderr
    assert "give the same command again" in done.stderr
    assert memoire("add", folder).stdout == "added 2, already there 1, refused 2; entries proposed 2\n"


def test_what_is_told_of_a_long_run() -> None:
    assert told_so_far(120, 3000, 40) == "120 of 3,000 documents, 3.0 a second, 16 min left"
    assert told_so_far(10, 20, 10) == "10 of 20 documents, 1.0 a second, 10 s left"
    assert told_so_far(1200, None, 100) == "1,200 documents, 12.0 a second"
