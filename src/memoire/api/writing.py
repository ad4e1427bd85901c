"""Who may change the ledger through the API, and under which name (docs/adr/0006).

A page of the web that is open in a browser on this machine must not. Every change needs the header `Memoire-Who`,
which a page elsewhere can only send after asking leave (a CORS preflight), and the desk never gives it. Besides, what a
browser says of the origin of a call must be this desk.
"""

from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.http import HttpRequest
from ninja.security import APIKeyHeader

from memoire.api.problems import Refused

_OWN_SITES: Final = ("same-origin", "none")
LONGEST_NAME: Final = 150  # as the ledger keeps it


class Writer(APIKeyHeader):
    """The name under which history keeps the change; percent-encoded where it is not plain ASCII."""

    param_name = "Memoire-Who"

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        check_origin(request)
        name = unquote(key or "").strip()
        if len(name) > LONGEST_NAME or not name.isprintable():
            raise Refused(f"Memoire-Who: give a name of at most {LONGEST_NAME} characters that can be printed")
        return name or None


def check_origin(request: HttpRequest) -> None:
    """Raise Refused for a call that a browser made from a page of another origin."""
    site = request.headers.get("Sec-Fetch-Site", "none")
    origin = request.headers.get("Origin")
    if site not in _OWN_SITES or (origin is not None and urlsplit(origin).netloc != request.get_host()):
        raise Refused(
            f"a page of {origin or 'another site'} may not change this ledger; call from a program, or use the desk"
        )
