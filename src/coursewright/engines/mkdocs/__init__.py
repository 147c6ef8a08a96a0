"""MkDocs with Material: its events, its macros and the theme's own templates."""

from coursewright.engines.mkdocs.running import build, serve

__all__ = ["build", "serve"]
