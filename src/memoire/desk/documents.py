"""The documents of the ledger, newest first."""

from typing import Final

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from memoire.desk.addresses import neighbours
from memoire.desk.document_lines import document_lines
from memoire.ledger.tables import DocumentRow

PAGE_SIZE: Final = 50


def show(request: HttpRequest) -> HttpResponse:
    rows = DocumentRow.objects.defer("original", "character_map").order_by(F("published").desc(nulls_last=True), "id")
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "documents": document_lines(page.object_list),
        "twin": reverse("api:documents"),
    }
    return render(request, "desk/documents.html", context | neighbours(request.GET, page))
