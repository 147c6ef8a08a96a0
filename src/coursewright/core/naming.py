"""Names that hold everywhere: in an address, in a file system, as a key on a phone."""

import re
import unicodedata

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID = 60

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
_WINDOWS = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)
}


def is_id(text: str) -> bool:
    """Tell whether a text is lower-case ASCII words with hyphens, at most MAX_ID characters."""
    return len(text) <= MAX_ID and bool(ID_PATTERN.fullmatch(text))


def is_file_name(stem: str) -> bool:
    """Tell whether a file may have this name, its ending apart: an id Windows does not keep."""
    return is_id(stem) and stem not in _WINDOWS


def suggest_id(text: str) -> str:
    """Give the id most like a text, or "" where nothing of it can be used."""
    plain = unicodedata.normalize("NFC", text[: 4 * MAX_ID]).lower().translate(_DANISH)
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = "".join(c if c.isalnum() else " " for c in letters).split()
    return "-".join(words)[:MAX_ID].rstrip("-")


def suggest_file_name(stem: str) -> str:
    """Give the file name most like `stem`, its ending apart, that holds on every computer."""
    name = suggest_id(stem) or "modul"
    return name if is_file_name(name) else f"{name}-1"
