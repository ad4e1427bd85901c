"""`openai:<base-url>#<model>` → the server that is asked, and whether it is this machine."""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from typing import Final
from urllib.parse import urlsplit

from memoire.errors import UsageError

SCHEME: Final = "openai:"
_FORM: Final = "give openai:<base-url>#<model>, as in openai:http://127.0.0.1:8080/v1#smollm2"


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A server that speaks the OpenAI interface, and the language model that it is asked for."""

    base_url: str  # without a slash at its end
    language_model: str

    def __str__(self) -> str:
        return f"{SCHEME}{self.base_url}#{self.language_model}"

    @property
    def host(self) -> str:
        return urlsplit(self.base_url).hostname or ""

    @property
    def is_here(self) -> bool:
        """Whether the host is this machine. A name that would have to be looked up is not."""
        return self.host == "localhost" or _is_loopback(self.host)

    @property
    def is_encrypted(self) -> bool:
        return self.base_url.startswith("https:")


def parse_address(text: str) -> ServerAddress:
    """Return the address that a user wrote.

    Raises:
        UsageError: it is of another form, or holds a password, which belongs into the environment.
    """
    base_url, _, language_model = text.removeprefix(SCHEME).partition("#")
    if not text.startswith(SCHEME) or not language_model.isprintable() or not language_model.strip():
        raise UsageError(f"{text!r} names no reader; {_FORM}")
    try:
        parts = urlsplit(base_url)
        has_place = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        has_place = False
    if not has_place or not base_url.isprintable() or " " in base_url:
        raise UsageError(f"{base_url!r} is no address of a server; {_FORM}")
    if parts.username is not None or parts.password is not None or parts.query:
        raise UsageError(f"the address of {parts.hostname} holds a key; put it into $MEMOIRE_SERVER_KEY instead")
    return ServerAddress(base_url.rstrip("/"), language_model.strip())


def _is_loopback(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback
