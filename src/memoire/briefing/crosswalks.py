"""What an outcome of ours is called on other scales. Where there is no honest equivalent, nothing stands.

`docs/reference/crosswalks.md` gives the source of each scale, and says of each empty place why it is empty.
"""

from dataclasses import dataclass
from typing import Final

from memoire.records.following import Life, Outcome


@dataclass(frozen=True, slots=True)
class Scale:
    """Another project's scale; `of_outcome` has only what both mean by the same word."""

    column: str
    name: str
    of_outcome: dict[Outcome, str]
    unrated: str = ""  # what it calls that on which nothing is decided yet
    overdue_without_evidence: str = ""


SCALES: Final[tuple[Scale, ...]] = (
    Scale("g7", "G7 Research Group, compliance", {"kept": "+1", "partly-kept": "0", "not-kept": "-1"}),
    Scale(
        "cppp",
        "Comparative Party Pledges Project, fulfilment",
        {
            "kept": "fully fulfilled",
            "kept-late": "fully fulfilled",
            "partly-kept": "partially fulfilled",
            "not-kept": "not fulfilled",
        },
    ),
    Scale(
        "polimeter",
        "Polimètre, Université Laval",
        {
            "kept": "kept",
            "kept-late": "kept",
            "partly-kept": "kept in part or in the works",
            "not-kept": "broken",
        },
        unrated="not yet rated",
    ),
    Scale(
        "politifact",
        "PolitiFact, promise meters",
        {
            "kept": "Promise Kept",
            "kept-late": "Promise Kept",
            "partly-kept": "Compromise",
            "not-kept": "Promise Broken",
        },
        unrated="Not Yet Rated",
    ),
    Scale("full_fact", "Full Fact, Government Tracker", {"kept": "Achieved", "not-kept": "Not kept"}),
    Scale(
        "ogp_irm",
        "Open Government Partnership, IRM, completion",
        {"kept": "Complete", "kept-late": "Complete"},
        overdue_without_evidence="No Evidence Available",
    ),
    Scale("pam", "Peace Accords Matrix, implementation", {"kept": "3", "kept-late": "3", "not-kept": "0"}),
)


def crosswalk(life: Life | None) -> dict[str, str | None]:
    """The column of each scale for one commitment; None where that scale has no word for how it stands."""
    return {scale.column: (_on(scale, life) or None) if life else None for scale in SCALES}


def _on(scale: Scale, life: Life) -> str:
    if life.outcome:
        return scale.of_outcome.get(life.outcome, "")
    if life.lifecycle == "overdue" and life.evidence == "none-found":
        return scale.overdue_without_evidence or scale.unrated
    return scale.unrated
