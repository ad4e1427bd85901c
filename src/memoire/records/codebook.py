"""The closed lists of the codebook (docs/reference/codebook.md), in its order."""

from typing import Final, Literal

Kind = Literal["commitment", "request", "claim", "stance", "event"]
KINDS: Final[tuple[Kind, ...]] = ("commitment", "request", "claim", "stance", "event")

Firmness = Literal["agreed", "pledged", "planned", "wished"]
FIRMNESS: Final[tuple[Firmness, ...]] = ("agreed", "pledged", "planned", "wished")

Checkable = Literal["yes", "partly", "no"]
CHECKABLE: Final[tuple[Checkable, ...]] = ("yes", "partly", "no")

Polarity = Literal["+", "-", "0"]
POLARITY: Final[tuple[Polarity, ...]] = ("+", "-", "0")

# PLOVER event types (Open Event Data Alliance), in the order of its manual.
PLOVER: Final[tuple[str, ...]] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

# Sectors of actors: PLOVER's, with COP, LEG, IGO and NGO as the codebook spells them.
SECTORS: Final[tuple[str, ...]] = (
    "GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY", "REB", "UAF",
    "CVL", "BUS", "MED", "IGO", "NGO", "REL", "LAB", "EDU", "HLH", "UNK",
)  # fmt: skip

SECURITY_AREAS: Final[tuple[str, ...]] = (
    "counterterrorism", "terrorist-financing", "violent-extremism", "counternarcotics", "organised-crime",
    "human-trafficking", "migrant-smuggling", "cybercrime", "border-security", "corruption",
    "mutual-legal-assistance", "extradition", "police-cooperation", "capacity-building", "justice", "crime",
    "defence", "intelligence", "arms-control", "peacekeeping", "conflict", "territory",
)  # fmt: skip
OTHER_AREAS: Final[tuple[str, ...]] = (
    "diplomacy", "elections-institutions", "human-rights", "minorities-religion", "migration", "humanitarian",
    "public-safety", "health", "trade-investment", "economy-finance", "energy", "climate-environment",
    "water-food", "transport", "technology", "space", "education-science", "culture-media", "sport",
)  # fmt: skip
AREAS: Final[tuple[str, ...]] = SECURITY_AREAS + OTHER_AREAS

# The words that a passage can lend to an entry; `predicate` marks how far the head verb or noun reaches.
ROLES: Final[tuple[str, ...]] = ("by", "to", "with", "when", "where", "voice", "cue", "condition", "predicate")
