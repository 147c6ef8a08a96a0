"""How MkDocs comes in: everything is in the package."""

from coursewright.engines.mkdocs.events import (
    on_config,
    on_env,
    on_files,
    on_nav,
    on_page_context,
    on_page_markdown,
    on_serve,
)

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_context",
    "on_page_markdown",
    "on_serve",
]
