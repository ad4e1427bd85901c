"""Later reports of the ledger of readings.py, and what they are proposed to say of its commitment and its claim."""

from datetime import date
from typing import Any, Final

from memoire.ledger import actions
from memoire.ledger.links import link_id
from memoire.ledger.tables import EntryRow
from memoire.records.following import Link
from tests.pages.readings import PAKISTAN, UNITED_STATES, Sheet

NEWS: Final[dict[str, Any]] = {"publisher": "Dawn", "kind": "news"}
NEW_DUE: Final = "2024-11-01/2024-11-10"
MOVED_WORDS = "Pakistan and the United States will now hold the law enforcement dialogue in early November"
HELD_WORDS = "Pakistan and the United States held a law enforcement dialogue on 5 November"
HALF_WORDS = "Only half of the accused in the Jaranwala case have been arrested"
ALL_WORDS = "every accused in Jaranwala had been arrested"
AGAIN_WORDS = "Washington and Islamabad will hold a dialogue on policing in October"


def moved() -> Sheet:
    sheet = Sheet(f"{MOVED_WORDS}.", title="Dialogue put off", published=date(2024, 10, 20), **NEWS)
    sheet.mark(
        "commitment", MOVED_WORDS, "hold", action="hold the law enforcement dialogue",
        by=(sheet.actor("Pakistan", PAKISTAN), sheet.actor("the United States", UNITED_STATES)),
        when=sheet.when("in early November", NEW_DUE), areas=("police-cooperation",), firmness="agreed",
    )  # fmt: skip
    return sheet


def held() -> Sheet:
    sheet = Sheet(f"{HELD_WORDS}.", title="Dialogue held", published=date(2024, 11, 8), **NEWS)
    sheet.mark(
        "event", HELD_WORDS, "held", action="held a law enforcement dialogue",
        by=(sheet.actor("Pakistan", PAKISTAN), sheet.actor("the United States", UNITED_STATES)),
        when=sheet.when("on 5 November", "2024-11-05"), areas=("police-cooperation",),
    )  # fmt: skip
    return sheet


def told_again() -> Sheet:
    sheet = Sheet(f"{AGAIN_WORDS}.", title="More on the talks", published=date(2024, 7, 20), publisher="The News")
    sheet.mark(
        "commitment", AGAIN_WORDS, "hold", action="hold a dialogue on policing",
        by=(sheet.actor("Washington", UNITED_STATES), sheet.actor("Islamabad", PAKISTAN)),
        when=sheet.when("in October", "2024-10"), areas=("police-cooperation",), firmness="agreed",
    )  # fmt: skip
    return sheet


def checked() -> Sheet:
    text = f"{HALF_WORDS}, lawyers said. Police answered that {ALL_WORDS}."
    sheet = Sheet(text, title="Who was arrested", published=date(2024, 9, 1), **NEWS)
    sheet.mark("event", HALF_WORDS, "arrested", areas=("justice",))
    sheet.mark("event", ALL_WORDS, "arrested", areas=("justice",))
    return sheet


def fill_lives() -> dict[str, str]:
    """The reports, and their links as proposals; entries and links by name. After `readings.fill()`."""
    told = {"promise": EntryRow.objects.get(firmness="agreed").pk, "claim": EntryRow.objects.get(kind="claim").pk}
    told |= {name: EntryRow.objects.get(document=make().store()).pk for name, make in _SINGLE.items()}
    half, every = (
        EntryRow.objects.filter(document=checked().store()).order_by("span_start").values_list("pk", flat=True)
    )
    told |= {"half": half, "every": every}
    links = [
        Link(told["promise"], told["again"], "mentions", 0.8, ("same parties", "same act 'hold'")),
        Link(told["promise"], told["moved"], "postpones", 0.85, ("same parties", "a later day"), NEW_DUE),
        Link(told["promise"], told["held"], "fulfils", 0.9, ("same parties", "told as held 2024-11-05: 5 days late")),
        Link(told["claim"], half, "contradicts", 0.7, ("same case", "another number")),
        Link(told["claim"], every, "supports", 0.7, ("same case",)),
    ]
    actions.propose_links(links, who="follower")
    names = ("link-again", "link-moved", "link-held", "link-half", "link-every")
    return told | {name: link_id(link.of, link.place) for name, link in zip(names, links, strict=True)}


_SINGLE = {"again": told_again, "moved": moved, "held": held}
