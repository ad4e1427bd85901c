"""One card of a document alone, as htmx asks for it when a form is left unsent."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from memoire.desk.answering import is_htmx, page_of, render_card


def show(request: HttpRequest, entry_id: str) -> HttpResponse:
    if is_htmx(request):
        return render_card(request, entry_id)
    return HttpResponseRedirect(page_of(entry_id, "card"))
