"""Task `following`: what is proposed for the commitments and claims of chains, against what a careful reader found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Any, Protocol

from evaluation.chains import Bears, Chain, Place, Truth, labelled_tellings, place_of, tellings_of
from evaluation.pairing import f1, pair_entries
from evaluation.readings import Readings
from memoire.ledger.life import life_of, standing_of_claim
from memoire.records.following import Bearing, Life, Link, Told
from memoire.records.shapes import entry_from_json

STILL_RUNNING = frozenset({"open", "due", "overdue"})


class Watches(Protocol):
    """Follows documents one after the other, as if everything it proposes were accepted."""

    def hear(self, document: Sequence[Told], /) -> list[Link]:
        """What the entries of a document bear on; `of` is the entry that was told first."""
        ...


@dataclass(frozen=True, slots=True)
class Counts:
    """What was proposed and what is true, in numbers that can be added."""

    links: int = 0
    links_true: int = 0
    links_right: int = 0
    bearings_right: int = 0
    distractors: int = 0
    distractors_taken: int = 0
    mentions: int = 0
    mentions_true: int = 0
    mentions_right: int = 0
    commitments: int = 0
    finals_right: int = 0
    false_closures: int = 0
    evidence_right: int = 0
    slips: int = 0
    slips_right: int = 0
    claims: int = 0
    standings_right: int = 0
    elsewhere: int = 0  # links of entries that the chain does not follow

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))

    def figures(self) -> dict[str, Any]:
        """Shares, and the counts behind them."""
        counts = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            "links_precision": _share(self.links_right, self.links),
            "links_recall": _share(self.links_right, self.links_true),
            "links_f1": f1(self.links_right, self.links_true, self.links),
            "bearing_right": _share(self.bearings_right, self.links_right),
            "final_right": _share(self.finals_right, self.commitments),
            "false_closures": self.false_closures,
            "distractors_taken": self.distractors_taken,
            "mentions_f1": f1(self.mentions_right, self.mentions_true, self.mentions),
            "evidence_axis_right": _share(self.evidence_right, self.commitments),
            "slip_right": _share(self.slips_right, self.slips),
            "claims_right": _share(self.standings_right, self.claims),
            "counts": counts,
        }


@dataclass(frozen=True, slots=True)
class Followed:
    """A chain that was followed: its entries, what was proposed, and which labelled place each entry stands for."""

    chain: Chain
    told: Mapping[str, Told]
    links: Sequence[Link]
    places: Mapping[str, Place]


def follow_given(chain: Chain, watch: Watches) -> Followed:
    """Put the labelled entries in as if they had been read, document by document."""
    return _follow(chain, labelled_tellings(chain), watch, place_of)


def follow_raw(chain: Chain, readings: Readings, watch: Watches) -> Followed:
    """Follow what a reader found; an entry stands for the labelled one that the shared scorer would pair it with."""
    tellings, places = [], {}
    for number, document in enumerate(chain.folder.documents, 1):
        read = readings.get(document.document.id, ())
        entries = [entry_from_json({**shape, "id": f"r{number}.{n}"}) for n, shape in enumerate(read, 1)]
        for gold, other in pair_entries(document.entries, read):
            places[entries[other].id] = Place(number, gold + 1)
        tellings.append(tellings_of(document.document, entries))
    return _follow(chain, tellings, watch, places.get)


def follow_perfectly(chain: Chain) -> Followed:
    """The true links: what is then wrong is wrong in the rules of a life."""
    told = {t.entry.id: t for document in labelled_tellings(chain, with_handouts=True) for t in document}
    links = [
        Link(_id(truth.opened), _id(place), bears, 1.0, ("label",), truth.new_due.get(place))
        for truth in chain.truths
        for place, bears in (*truth.evidence.items(), *((place, _MENTIONS) for place in truth.also_told))
    ]
    return Followed(chain, told, links, {name: place_of(name) for name in told})


def count(followed: Followed) -> Counts:
    """Compare what was proposed with the truth of the chain."""
    pairs = _pairs(followed)
    evidence = {pair: bears for pair, bears in pairs.items() if bears != _MENTIONS}
    mentions = {pair for pair, bears in pairs.items() if bears == _MENTIONS}
    truths = followed.chain.truths
    true = {Bears(truth.id, place): bears for truth in truths for place, bears in truth.evidence.items()}
    told_again = {Bears(truth.id, place) for truth in truths for place in truth.also_told}
    right = evidence.keys() & true.keys()
    found = Counts(
        links=len(evidence),
        links_true=len(true),
        links_right=len(right),
        bearings_right=sum(evidence[pair] == true[pair] for pair in right),
        distractors=len(followed.chain.distractors),
        distractors_taken=len(evidence.keys() & followed.chain.distractors),
        mentions=len(mentions),
        mentions_true=len(told_again),
        mentions_right=len(mentions & told_again),
        elsewhere=sum(link.bears != _MENTIONS for link in followed.links) - len(evidence),
    )
    return sum((_outcome(followed, truth) for truth in truths), found)


def final_of(followed: Followed, truth: Truth) -> Life | None:
    """Where the commitment stands in the end, everything proposed being accepted; None if it was not read."""
    opened = next((name for name, place in followed.places.items() if place == truth.opened), None)
    if opened is None:
        return None
    first = _first_told(followed.links).get(opened, opened)
    links = [(link, followed.told[link.place]) for link in followed.links if link.of == first]
    return life_of(followed.told[first], links, as_of=followed.chain.as_of)


def misses(followed: Followed) -> Iterator[str]:
    """What is wrong, one line each, for people."""
    pairs, truths = _pairs(followed), followed.chain.truths
    evidence = {pair: bears for pair, bears in pairs.items() if bears != _MENTIONS}
    true = {Bears(truth.id, place): bears for truth in truths for place, bears in truth.evidence.items()}
    name = followed.chain.name
    for pair in sorted(evidence.keys() | true.keys()):
        if evidence.get(pair) != true.get(pair):
            mark = " DISTRACTOR" if pair in followed.chain.distractors and pair in evidence else ""
            place = f"{pair.place.doc}.{pair.place.entry}"
            yield f"{name} {pair.of} {place}: proposed {evidence.get(pair)}, is {true.get(pair)}{mark}"
    for truth in followed.chain.commitments:
        life = final_of(followed, truth)
        is_now = (life.lifecycle, life.outcome) if life else None
        if is_now != (truth.final["lifecycle"], truth.final["outcome"]):
            yield f"{name} {truth.id}: ends {is_now}, is {truth.final['lifecycle'], truth.final['outcome']}"
    told_again = {Bears(truth.id, place) for truth in truths for place in truth.also_told}
    mentions = {pair for pair, bears in pairs.items() if bears == _MENTIONS}
    for pair in sorted(mentions ^ told_again):
        what = "wrong" if pair in mentions else "missed"
        yield f"{name} {pair.of} {pair.place.doc}.{pair.place.entry}: mention {what}"


_MENTIONS: Bearing = "mentions"


def _follow(
    chain: Chain, tellings: Sequence[Sequence[Told]], watch: Watches, place_of_entry: Callable[[str], Place | None]
) -> Followed:
    links = [link for document in tellings for link in watch.hear(document)]
    told = {telling.entry.id: telling for document in tellings for telling in document}
    places = {name: place for name in told if (place := place_of_entry(name))}
    return Followed(chain, told, links, places)


def _pairs(followed: Followed) -> dict[Bears, Bearing]:
    """What was proposed for what the chain follows; a further telling stands for the first."""
    of = {p: truth.id for truth in followed.chain.truths for p in (*truth.also_told, truth.opened)}
    claims = {truth.opened: truth.id for truth in followed.chain.truths if truth.is_claim}
    pairs: dict[Bears, Bearing] = {}
    for link in followed.links:
        place = followed.places.get(link.place, _NOWHERE)
        told = followed.places.get(link.of)
        truth = (claims.get(told) or of.get(told)) if told else None
        if truth:
            pairs.setdefault(Bears(truth, place), link.bears)
    return pairs


_NOWHERE = Place(0, 0)  # what was read and no careful reader found


def _outcome(followed: Followed, truth: Truth) -> Counts:
    if truth.is_claim:
        return Counts(claims=1, standings_right=int(_standing(followed, truth) == truth.final["standing"]))
    life = final_of(followed, truth)
    final = truth.final
    is_right = life is not None and (life.lifecycle, life.outcome) == (final["lifecycle"], final["outcome"])
    return Counts(
        commitments=1,
        finals_right=int(is_right),
        false_closures=int(life is not None and life.lifecycle == "closed" and final["lifecycle"] in STILL_RUNNING),
        evidence_right=int(life is not None and life.evidence == final["evidence"]),
        slips=int(final["slip_days"] is not None),
        slips_right=int(life is not None and final["slip_days"] is not None and life.slip_days == final["slip_days"]),
    )


def _standing(followed: Followed, truth: Truth) -> str:
    opened = {name for name, place in followed.places.items() if place == truth.opened}
    links = [(link, followed.told[link.place]) for link in followed.links if link.of in opened]
    return standing_of_claim(links, as_of=followed.chain.as_of)


def _first_told(links: Iterable[Link]) -> dict[str, str]:
    return {link.place: link.of for link in links if link.bears == _MENTIONS}


def _id(place: Place) -> str:
    return f"{place.doc}.{place.entry}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def total(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())


def report(given: Mapping[str, Counts], development: frozenset[str]) -> dict[str, Any]:
    """Figures of all chains, of the development chains, and of each."""
    chosen = [counts for name, counts in given.items() if name in development]
    return total(given.values()).figures() | {
        "development": total(chosen).figures() if chosen else None,
        "chains": {name: counts.figures() for name, counts in given.items()},
    }


class Nothing:
    """The baseline: proposes nothing, so that every commitment stands where its own days put it."""

    def hear(self, _: Sequence[Told], /) -> list[Link]:
        return []
