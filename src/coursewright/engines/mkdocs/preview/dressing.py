"""What the preview adds to a page on its way to the browser: its number, and what is wrong."""

import re
from html import escape
from pathlib import Path
from string import Template

from coursewright.render.policy import POLICY

PREFIX = "/livereload/"
"""Where the preview's own addresses are, outside of any site's folder."""

HERE = Path(__file__).parent
ASSETS = HERE.parent / "theme" / "assets" / "coursewright"
TOKENS = HERE.parents[2] / "web" / "tokens.css"
OWN_FILES = {
    "preview.js": ASSETS / "preview.js",
    "preview.css": HERE / "preview.css",
    "tokens.css": TOKENS,
}

_HEAD = re.compile(rb"</head>", re.IGNORECASE)
_BODY = re.compile(rb"<body[^>]*>", re.IGNORECASE)


def dress(page: bytes, epoch: int, panel: str) -> bytes:
    """Give a page with its epoch, and with a panel at its foot where there is one."""
    head = f'<meta name="cw-epoch" content="{epoch}">'
    if panel:
        head += f'<link rel="stylesheet" href="{PREFIX}preview.css">'
    page = _HEAD.sub(lambda found: head.encode() + found[0], page, count=1)
    return _BODY.sub(lambda found: found[0] + panel.encode(), page, count=1)


def bare_page(epoch: int, panel: str, language: str) -> bytes:
    """Give a page for a course that has none yet: the panel alone."""
    values = {"language": escape(language or "en"), "policy": escape(POLICY), "prefix": PREFIX}
    text = Template((HERE / "bare.html").read_text("utf-8"))
    return dress(text.substitute(values).encode(), epoch, panel)
