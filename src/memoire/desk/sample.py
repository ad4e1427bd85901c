"""Remove the sample ledger, after asking once."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from memoire.ledger.actions import UNDOABLE
from memoire.ledger.sample import is_sample_open, remove_demo
from memoire.ledger.tables import DocumentRow, EntryRow, HistoryRow


@require_http_methods(["GET", "POST"])
def sample(request: HttpRequest) -> HttpResponse:
    if not is_sample_open():
        raise Http404("the sample ledger is not open")
    if request.method == "POST":
        remove_demo()
        return HttpResponseRedirect(reverse("desk:today"), status=303)
    counts = {
        "documents": DocumentRow.objects.count(),
        "entries": EntryRow.objects.count(),
        "changes": HistoryRow.objects.filter(what__in=UNDOABLE).count(),
    }
    return render(request, "desk/sample.html", {"counts": counts})
