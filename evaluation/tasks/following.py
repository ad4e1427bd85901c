"""`following`: what is proposed for the commitments and claims of chains, from labels and from raw text."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from evaluation.chains import DEVELOPMENT, Chain, find_chains, load_chain
from evaluation.following import (
    Counts,
    Followed,
    Nothing,
    Watches,
    count,
    follow_given,
    follow_perfectly,
    follow_raw,
    misses,
    report,
)
from evaluation.following_speed import speed_figures
from evaluation.printing import print_last_line
from evaluation.readings import Readings, load_readings, read_documents, write_readings
from evaluation.tasks.inputs import FILE, PATHS, load_reader, skip
from memoire.following.watch import Watch

_SHOWN = (
    "links_precision", "links_recall", "links_f1", "bearing_right", "final_right", "false_closures",
    "distractors_taken", "mentions_f1",
)  # fmt: skip

Follow = Callable[[Chain, Watches], Followed]


@click.command("following")
@PATHS
@click.option("--no-raw", is_flag=True, help="Leave out the figures from raw text, which take a reader.")
@click.option("--from", "source", type=FILE, help="For the figures from raw text, take this file of entries.")
@click.option("--to", "target", type=FILE, help="Write what was read, one line a document.")
@click.option("--misses", "with_misses", is_flag=True, help="Print what is wrong, of all but the development chains.")
@click.option("--speed", is_flag=True, help="Also time one entry against 10³, 10⁴ and 10⁵ open commitments.")
def following_task(
    paths: Sequence[Path], source: Path | None, target: Path | None, *, no_raw: bool, with_misses: bool, speed: bool
) -> None:
    """Links from later entries to commitments and claims, and what becomes of these, against chains of reports."""
    chains = [load_chain(path) for path in find_chains(paths)]
    if not chains:
        skip(["chains"])
    figures: dict[str, Any] = {"given": _measure("given", chains, follow_given, with_misses=with_misses)}
    figures["given"]["perfect_links"] = _all(chains, follow_perfectly)
    if not no_raw:
        readings = load_readings(source) if source else _read(chains, target)

        def raw(chain: Chain, watch: Watches) -> Followed:
            return follow_raw(chain, readings, watch)

        figures["raw"] = _measure("raw", chains, raw, with_misses=with_misses)
    if speed:
        figures["milliseconds"] = speed_figures()
    print_last_line(figures)


def _measure(name: str, chains: Sequence[Chain], follow: Follow, *, with_misses: bool) -> dict[str, Any]:
    """Figures of what is proposed beside those of proposing nothing."""
    followed = {chain.name: follow(chain, Watch()) for chain in chains}
    if with_misses:
        print("\n".join(line for f in followed.values() if f.chain.name not in DEVELOPMENT for line in misses(f)))
    counts = {chain: count(found) for chain, found in followed.items()}
    nothing = {chain.name: count(follow(chain, Nothing())) for chain in chains}
    figures = report(counts, DEVELOPMENT)
    figures["proposing_nothing"] = report(nothing, DEVELOPMENT)
    _print(name, counts, figures)
    return figures


def _print(name: str, counts: Mapping[str, Counts], figures: Mapping[str, Any]) -> None:
    print(f"\n{name:<32}" + "".join(f"{shown:>18}" for shown in _SHOWN))
    lines: dict[str, Mapping[str, Any]] = {chain: found.figures() for chain, found in counts.items()}
    lines |= {"all": figures, "all, proposing nothing": figures["proposing_nothing"]}
    if figures["development"]:
        lines["development"] = figures["development"]
        lines["development, proposing nothing"] = figures["proposing_nothing"]["development"]
    for line, found in lines.items():
        print(f"{line:<32}" + "".join(f"{found[shown]:>18.3f}" for shown in _SHOWN))


def _all(chains: Sequence[Chain], follow: Callable[[Chain], Followed]) -> dict[str, float]:
    figures = report({chain.name: count(follow(chain)) for chain in chains}, DEVELOPMENT)
    return {name: figures[name] for name in ("final_right", "false_closures", "evidence_axis_right", "slip_right")}


def _read(chains: Sequence[Chain], target: Path | None) -> Readings:
    documents = [d.document for chain in chains for d in chain.folder.documents]
    readings = read_documents(load_reader(), documents)
    if target:
        write_readings(readings, target)
    return readings
