"""The list of entries with its filters."""

from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from memoire.briefing.wording import counted
from memoire.desk.addresses import neighbours
from memoire.desk.filtering import FilterForm
from memoire.desk.rows import rows_of
from memoire.desk.sorting import FIRST, SORTINGS, Sorting, heading_links
from memoire.ledger import queries
from memoire.ledger.tables import EntryRow

PAGE_SIZE: Final = 50


def show(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    sorting = SORTINGS[(form.is_valid() and form.cleaned_data["sort"]) or FIRST]
    page = Paginator(_found(form, sorting), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": rows_of(page.object_list, timezone.localdate()),
        "caption": _caption(page, sorting),
        "headings": heading_links(request.GET, sorting),
        "chosen": form.in_words(),
        "is_empty_ledger": not EntryRow.objects.exists(),
        "twin": reverse("api:entries") + form.as_query(),
    }
    return render(request, "desk/entries.html", context | neighbours(request.GET, page))


def _found(form: FilterForm, sorting: Sorting) -> QuerySet[EntryRow]:
    """What meets the filters; nothing where one of them cannot be read, and the form says which."""
    if not form.is_valid():
        return EntryRow.objects.none()
    return queries.entries(form.filters()).order_by(*sorting.columns)


def _caption(page: Page[Any], sorting: Sorting) -> str:
    total = counted(page.paginator.count, "entry", "entries")
    part = f", {page.start_index():,} to {page.end_index():,} shown" if page.has_other_pages() else ""
    return f"{total}{part}, sorted by {sorting.words}"
