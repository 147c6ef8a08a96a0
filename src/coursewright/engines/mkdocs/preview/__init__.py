"""The preview: pages are made when a browser asks for them, and a mistake is shown on the page."""

from coursewright.engines.mkdocs.preview.server import serve

__all__ = ["serve"]
