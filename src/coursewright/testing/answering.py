"""Whether a server that was just started answers yet."""

import time
from urllib.error import HTTPError, URLError
from urllib.request import urlopen


def answers(address: str) -> bool:
    """Ask once; gives whether a page came."""
    try:
        with urlopen(address, timeout=5) as response:  # noqa: S310
            return bool(response.status == 200)
    except (HTTPError, URLError, ConnectionError, TimeoutError):
        return False


def wait_for(address: str, patience: float) -> None:
    """Ask until the page comes. patience: seconds. Raises TimeoutError when they have passed."""
    end = time.monotonic() + patience
    while not answers(address):
        if time.monotonic() > end:
            raise TimeoutError(f"{address} does not answer")
        time.sleep(0.02)
