"""A line whose text YAML would misread → the same line with quotes or a space where they belong."""

import re

_LINE = re.compile(r"(?P<lead>\s*+(?:- ++)*+(?:[\w-]++: ++)?)(?P<value>.*?)\s*")
_GLUED = re.compile(r"(?P<lead>\s*+(?:- ++)*+)(?P<key>-?[\w-]++):(?P<value>[^\s:/].*)")
_GLUED_HYPHEN = re.compile(r"(?P<lead>\s*+)-(?P<value>[^\s-].*)")
_TEXT_MARK = re.compile(r"[|>][-+0-9]*")
_COMMENT = re.compile(r"(?<=\s)#")

_NEVER_FIRST = "@`%*&!|>,]}"
_NEVER_FIRST_WORD = ("- ", "? ", ": ")
_CLOSING = {"{": "}", "[": "]"}


def mend_quotes(line: str) -> str | None:
    """Give the line with its text in quotes, or None where no text in it needs them."""
    found = _LINE.fullmatch(line)
    if not found or not found["value"]:
        return None
    mended = _mend(found["value"])
    return None if mended is None else found["lead"] + mended


def mend_spaces(line: str) -> str | None:
    """Give `title:Text` and `-text` with the space that is missing, or None."""
    if found := _GLUED.fullmatch(line):
        return f"{found['lead']}{found['key']}: {found['value']}"
    if found := _GLUED_HYPHEN.fullmatch(line):
        return f"{found['lead']}- {found['value']}"
    return None


def quote(text: str) -> str:
    """Put quotes around a text: the sort that needs no backslash, if there is one."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _mend(value: str) -> str | None:
    if value[0] in "\"'":
        return _mend_quoted(value)
    if value[0] in _CLOSING:
        return _mend_flow(value)
    comment = _COMMENT.search(value)
    text = value[: comment.start()].rstrip() if comment else value
    return quote(text) + value[len(text) :] if _needs_quotes(text) else None


def _needs_quotes(text: str) -> bool:
    if _TEXT_MARK.fullmatch(text):
        return False
    return (
        text[0] in _NEVER_FIRST
        or text.startswith(_NEVER_FIRST_WORD)
        or ": " in text
        or text.endswith(":")
    )


def _mend_quoted(value: str) -> str | None:
    """Mend `'min's'` and `"Ja" siger han`: a text that goes on after its closing quote."""
    end = end_of_quote(value, 0)
    if end is None or not _goes_on(value[end:]):
        return None
    return quote(value[1:-1] if value[-1] == value[0] else value)


def _mend_flow(value: str) -> str | None:
    """Mend `{value} og mere` as a whole, and `{title: Husk: pause}` inside its brackets."""
    end = _end_of_flow(value)
    if end is None:
        return None
    if _goes_on(value[end:]):
        return quote(value)
    pieces = [_mend_piece(piece) for piece in _pieces(value[1 : end - 1])]
    mended = value[0] + ",".join(pieces) + value[end - 1 :]
    return mended if mended != value else None


def _mend_piece(piece: str) -> str:
    return (mend_quotes(piece) or piece) if piece.strip() else piece


def _goes_on(rest: str) -> bool:
    return bool(rest.strip()) and not rest.lstrip().startswith("#")


def end_of_quote(text: str, start: int) -> int | None:
    """Give where the quoted text that opens at `start` ends, or None where it does not."""
    mark = text[start]
    at = start + 1
    while at < len(text):
        if mark == '"' and text[at] == "\\":
            at += 2
        elif text[at] != mark:
            at += 1
        elif mark == "'" and text[at + 1 : at + 2] == "'":
            at += 2
        else:
            return at + 1
    return None


def _end_of_flow(value: str) -> int | None:
    """Give where the bracket that opens a value is closed, or None where it is not."""
    waiting: list[str] = []
    for at, character in _outside_quotes(value):
        if character in _CLOSING:
            waiting.append(_CLOSING[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
            if not waiting:
                return at + 1
    return None


def _pieces(inside: str) -> list[str]:
    """Split what stands between brackets at its own commas."""
    pieces, start, depth = [], 0, 0
    for at, character in _outside_quotes(inside):
        depth += (character in "{[") - (character in "}]")
        if character == "," and depth == 0:
            pieces.append(inside[start:at])
            start = at + 1
    return [*pieces, inside[start:]]


def _outside_quotes(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    while at < len(text):
        opens = text[at] in "\"'" and (at == 0 or text[at - 1] in " [{,")
        end = end_of_quote(text, at) if opens else None
        if end is None:
            found.append((at, text[at]))
        at = end or at + 1
    return found
