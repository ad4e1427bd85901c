"""What comes back after an entry was asked for or changed: its card, its page, or the way to one of them.

With htmx a card comes back alone, with the lines that say what was done. Without, a change leads back to the whole page
from which a person came (`view`), and that says so.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from memoire.desk.document import cards_of, shown_entries
from memoire.desk.done import done
from memoire.errors import MemoireError
from memoire.ledger.tables import EntryRow, HistoryRow

P = ParamSpec("P")
_CONFLICT = 409
_WRONG = 422


def entry_row(entry_id: str) -> EntryRow:
    return get_object_or_404(EntryRow.objects.select_related("document").defer("document__original"), pk=entry_id)


def view_of(request: HttpRequest) -> str:
    """Where a person came from without htmx: the card in a document, or the page of the entry."""
    return "card" if (request.POST or request.GET).get("view") == "card" else "entry"


def is_htmx(request: HttpRequest) -> bool:
    return bool(getattr(request, "htmx", False))


def wants_card(request: HttpRequest) -> bool:
    """Whether htmx will put the answer in the place of a card."""
    return is_htmx(request) and request.headers.get("HX-Target", "").startswith("e-")


def answer_change(request: HttpRequest, row: HistoryRow) -> HttpResponse:
    """After a change: the card with the status line, or the way to the page that shows both."""
    if wants_card(request):
        return render_card(request, row.entry, changed=row)
    view = "entry" if is_htmx(request) or row.link else view_of(request)
    entry_id = first_told(row.entry) if row.link else row.entry
    return HttpResponseRedirect(page_of(entry_id, view, done=row.pk), status=303)


def first_told(entry_id: str) -> str:
    """Where evidence of an entry is shown: at the entry that it tells once more, if it tells one."""
    return entry_row(entry_id).mention_of_id or entry_id


def page_of(entry_id: str, view: str, *, done: int | None = None) -> str:
    """Where a person was: at the card in the document, or at the entry."""
    query = f"?done={done}" if done else ""
    if view == "entry":
        return reverse("desk:entry", args=[entry_id]) + query
    document_id = entry_row(entry_id).document_id
    return reverse("desk:document", args=[document_id]) + query + f"#e-{entry_id}"


def render_card(
    request: HttpRequest, entry_id: str, *, changed: HistoryRow | None = None, status: int = 200, **context: Any
) -> HttpResponse:
    """The card alone, with what else on the page follows from it."""
    entries = shown_entries(entry_row(entry_id).document)
    context |= {
        "card": cards_of(entries)[entry_id],
        "done": done(changed, "card") if changed else None,
        "to_review": sum(entry.state == "proposed" for entry in entries),
    }
    return render(request, "desk/_card_answer.html", context, status=status)


def refusals_shown(
    view: Callable[Concatenate[HttpRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """Tell a person why the ledger would not, instead of failing."""

    @wraps(view)
    def shown(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except MemoireError as error:
            return _refusal(request, str(error))

    return shown


def _refusal(request: HttpRequest, reason: str) -> HttpResponse:
    if not is_htmx(request):
        return render(request, "desk/refused.html", {"reason": reason}, status=_CONFLICT)
    answer = render(request, "desk/_refused.html", {"reason": reason}, status=_CONFLICT)
    answer["HX-Reswap"] = "none"  # the page stays; only the status line changes
    return answer
