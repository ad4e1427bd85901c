"""The repository as a whole: what may lie in it, and what must stand where."""

import hashlib
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/memoire"
LARGEST_BYTES = 95_000_000  # hosting services refuse files of 100 MB
LARGEST_TEXT_BYTES = 2_000_000
WORDS_WE_DO_NOT_USE = {"utils", "helpers", "common", "base", "core", "manager", "handler"}


@cache
def files() -> list[Path]:
    """All files that are in the repository, or would be with the next commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("this is no git checkout, so that what belongs to the repository is not known")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


@cache
def texts() -> dict[str, str]:
    """Those of them that are text, by path; weights and other large data are not."""
    found = {}
    for path in files():
        if path.stat().st_size > LARGEST_TEXT_BYTES:
            continue
        try:
            found[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


def lines_with(pattern: str) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if wanted.search(line)
    ]


def test_no_file_is_too_large_to_be_hosted() -> None:
    assert [(path.name, size) for path in files() if (size := path.stat().st_size) > LARGEST_BYTES] == []


# Written in pieces, so that this file does not find itself.
@pytest.mark.parametrize(
    "address",
    [
        "pypi.org" + "/simple",
        "files.python" + "hosted.org",
        "registry.npm" + "js.org",
        "extra-index" + "-url",
        "file:" + "///",
    ],
)
def test_no_registry_is_named(address: str) -> None:
    assert lines_with(re.escape(address)) == []


@pytest.mark.parametrize(
    "place",
    [r"(?<![\w.])/work" + "/", r"(?<![\w.])/root" + "/", r"/home" + r"/(?!me/)\w", "/Users" + r"/\w", "/opt" + "/pypi"],
)
def test_no_path_of_a_machine_is_named(place: str) -> None:
    assert lines_with(place) == []


def test_nothing_is_left_to_do_without_an_owner() -> None:
    assert lines_with(r"\b(TO" + r"DO|FIX" + r"ME)\b") == []


def test_no_lock_file_of_a_registry_lies_here() -> None:
    assert {path.name for path in files()} & {"uv.lock", "pylock.toml", "poetry.lock", "package-lock.json"} == set()


def test_folders_and_modules_are_named_for_what_they_hold() -> None:
    names = {part for path in PACKAGE.rglob("*.py") for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert names & WORDS_WE_DO_NOT_USE == set()


def test_the_walk_through_the_house_names_every_folder_and_no_other() -> None:
    walk = (ROOT / "docs/explanation/house.md").read_text(encoding="utf-8").split("\n## ")[1]
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"}
    named = set(re.findall(r"^\*\*`([\w/]+)/`\*\*", walk, flags=re.MULTILINE))
    assert {name for name in named if "/" not in name} == folders
    assert all((PACKAGE / name).is_dir() for name in named)


def test_every_decision_record_has_a_number_of_its_own_and_says_it() -> None:
    records = sorted((ROOT / "docs/adr").glob("*.md"))
    numbers = [record.name[:4] for record in records]
    assert len(set(numbers)) == len(numbers) > 0
    for record in records:
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", record.name)
        assert record.read_text(encoding="utf-8").startswith(f"# {record.name[:4]} ")


def test_every_registry_says_beside_it_whence_it_came() -> None:
    """Made by hand, and so under our own licence; or taken from somewhere, with that licence."""
    data = {
        path.parent
        for path in (PACKAGE / "registries").rglob("*")
        if path.suffix in {".csv", ".jsonl", ".json", ".tsv"}
    }
    assert data
    for folder in data:
        source = folder / "SOURCE.md"
        assert source.is_file(), f"{folder.relative_to(ROOT)} has no SOURCE.md"
        assert re.search(
            r"by hand|licence|public domain|CC0|CC BY|\bMIT\b", source.read_text(encoding="utf-8"), re.IGNORECASE
        )


def test_every_link_between_papers_leads_somewhere() -> None:
    broken = [
        f"{name} -> {target}"
        for name, text in texts().items()
        if name.endswith(".md")
        for target in re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", text)
        if not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_pytorch_is_never_needed_to_run() -> None:
    assert [
        line for line in lines_with(r"^\s*(?:import|from) (?:torch|transformers)\b") if line.startswith("src/")
    ] == []


def test_files_from_elsewhere_are_listed_with_version_licence_and_checksum() -> None:
    """Minified code, fonts and styles that follow somebody else's."""
    lists = "\n".join(text for name, text in texts().items() if name.endswith("VENDORED.md"))
    taken = [path for path in files() if re.search(r"\.min\.(js|css)$|\.(woff2?|ttf|otf)$", path.name)]
    unlisted = [path.name for path in taken if hashlib.sha256(path.read_bytes()).hexdigest() not in lists]
    assert unlisted == []
    followed = {
        match[0] for text in texts().values() for match in re.findall(r"(GOV\.UK Frontend (\d+\.\d+\.\d+))", text)
    }
    assert [name for name in followed if name not in lists] == []
    assert not followed or "MIT" in lists
