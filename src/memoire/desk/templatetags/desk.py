"""What the templates ask for: words for days and codes, text that cannot misbehave, the frame of every page."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from memoire.briefing import wording as plain_wording
from memoire.desk import wording
from memoire.desk.axes import OUTCOMES
from memoire.desk.countries import country_name
from memoire.desk.frame import frame_of
from memoire.desk.kinds import LETTERS

register = template.Library()

# A small mark stands before the word; colour never says it alone.
_STATE_MARKS = {"proposed": "○", "confirmed": "✓", "rejected": "✕", "withdrawn": "–"}

register.filter("edtf", wording.edtf_words)
register.filter("area", plain_wording.area_words)
register.filter("country", country_name)


@register.filter
def day(value: date | datetime | None) -> str:
    return wording.day_words(value) if value else ""


@register.filter
def iso_day(value: str) -> str:
    """`2025-08-12` → 12 Aug 2025."""
    return wording.day_words(date.fromisoformat(value))


@register.filter
def outcome(code: str) -> str:
    """`kept-late` → kept late."""
    return OUTCOMES[code]


@register.filter
def letter(kind: str) -> str:
    return LETTERS[kind]


@register.filter
def spaced(code: str) -> str:
    """`joint-statement` → joint statement."""
    return code.replace("-", " ")


@register.filter
def visible(text: str) -> SafeString:
    """Escaped, with every character that would turn or hide its neighbours shown by its name instead."""
    return mark_safe(wording.CONTROL.sub(_named, conditional_escape(text)))  # noqa: S308 escaped just before


@register.filter
def plain(text: str) -> str:
    """The same where no markup can stand: in titles."""
    return wording.CONTROL.sub(lambda found: f"⟨{wording.CONTROLS[found[0]]}⟩", text)


def _named(found: Any) -> str:
    return f'<span class="control" data-control="{wording.CONTROLS[found[0]]}"></span>'


@register.simple_tag
def chain(names: list[str]) -> SafeString:
    """The voice chain, outermost first: Arab News ◂ interior ministry ◂ Naqvi."""
    by_way = mark_safe(' <span class="by-way" aria-hidden="true">◂</span><span class="hidden">, quoting</span> ')
    links = format_html_join(by_way, "<bdi>{}</bdi>", ((visible(name),) for name in names))
    return format_html('<span class="chain">{}</span>', links)


@register.simple_tag
def state(name: str, corrected: bool = False) -> SafeString:  # noqa: FBT001, FBT002 a template passes it by place
    word = "corrected" if corrected and name == "confirmed" else wording.STATES[name]
    form = '<span class="state"><span aria-hidden="true">{}</span> {}</span>'
    return format_html(form, _STATE_MARKS[name], word)


@register.simple_tag(takes_context=True)
def frame(context: template.Context) -> Any:
    return frame_of(context["request"])


@register.filter
def counted(number: int, words: str) -> str:
    """`{{ 3|counted:"entry,entries" }}` → 3 entries."""
    singular, _, plural = words.partition(",")
    return plain_wording.counted(number, singular, plural or None)


@register.simple_tag
def swaps(verb: str, address: str, view: str, entry_id: str) -> SafeString:
    """The attributes by which htmx changes the card in a document, or the page of the entry with its status line."""
    if view == "card":
        form = 'hx-{}="{}" hx-target="#e-{}" hx-swap="outerHTML"'
        return format_html(form, verb, address, entry_id)
    form = 'hx-{}="{}" hx-target="#entry" hx-select="#entry" hx-swap="outerHTML" hx-select-oob="{}"'
    return format_html(form, verb, address, "#status:innerHTML,#status-undo:innerHTML")


@register.filter
def at(items: Sequence[Any], place: int) -> Any:
    """`{{ heads|at:2 }}` → the third."""
    return items[place]


@register.filter
def get(mapping: dict[str, Any] | None, name: str) -> Any:
    return (mapping or {}).get(name)
