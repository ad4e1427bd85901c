"""How a person wants the desk to look: the paper, and whose side is `ours`. Kept in cookies, not in the ledger."""

from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from memoire.desk.countries import country_names
from memoire.desk.frame import THEMES

_A_YEAR_IN_SECONDS: Final = 365 * 24 * 3600


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    answer = HttpResponseRedirect(_back(request), status=303)
    _keep(answer, "theme", request.POST.get("theme"), THEMES)
    _keep(answer, "side", request.POST.get("side"), country_names())
    return answer


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if own else "/"


def _keep(answer: HttpResponse, name: str, value: str | None, allowed: dict[str, str]) -> None:
    if value == "":
        answer.delete_cookie(name, samesite="Strict")
    elif value in allowed:
        answer.set_cookie(name, value, max_age=_A_YEAR_IN_SECONDS, samesite="Strict")
