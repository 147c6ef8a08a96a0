"""The ledger of a site on the net: the one thing coursewright fetches, and only when asked to."""

from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from coursewright.core.ledger import MAX_BYTES, PLACES, Ledger, LedgerError, parse_ledger

SCHEMES = ("http", "https")
PATIENCE = 20
"""Seconds to wait for an answer."""

GONE = (404, 410)


def is_address(place: str) -> bool:
    """Tell an address on the net from a folder."""
    return place.lower().startswith(tuple(f"{scheme}://" for scheme in SCHEMES))


def fetch_ledger(address: str) -> Ledger:
    """Fetch the ledger of a published site.

    address: of the site's front page or any file in its top folder, or of the ledger itself.
    Raises LedgerError: no-ledger where the site has none, unreachable-ledger where nothing
    answers, and those of `parse_ledger`.
    """
    at = ledger_address(address)
    request = Request(at, headers={"Cache-Control": "no-cache"})  # noqa: S310  (is_address)
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return parse_ledger(answer.read(MAX_BYTES + 1), at)
    except HTTPError as error:
        code = "no-ledger" if error.code in GONE else "unreachable-ledger"
        raise LedgerError(code, at) from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        raise LedgerError("unreachable-ledger", at) from error


def ledger_address(address: str) -> str:
    """Give the address of a site's ledger, whichever way the site's own is written."""
    parts = urlsplit(address)
    path = quote(parts.path, safe="/%")
    if not path.endswith(".json"):
        folder, _, last = path.rpartition("/")
        folder = folder if "." in last else path.rstrip("/")
        path = f"{folder}/{PLACES[0]}"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
