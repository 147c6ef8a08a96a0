"""This computer's address on the local network, and the same as a picture for a telephone."""

import io
import socket

import segno

SOMEWHERE = ("192.0.2.1", 9)
"""An address that is kept free for examples. Nothing is sent to it: asking the computer which way
it would go there tells which of its own addresses the network knows."""


def local_address() -> str | None:
    """Give this computer's address on the network, e.g. "192.168.1.20"; None without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(SOMEWHERE)
        except OSError:
            return None
        address: str = way.getsockname()[0]
    return None if address.startswith(("127.", "0.")) else address


def qr_code(text: str) -> str:
    """Give a text as a QR code made of letters that a terminal shows as blocks."""
    drawn = io.StringIO()
    segno.make(text, micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()
