"""MkDocs with Material: its events, its macros, a preview, and the theme's own templates."""

from coursewright.engines.mkdocs.preview import serve
from coursewright.engines.mkdocs.running import build

__all__ = ["build", "serve"]
