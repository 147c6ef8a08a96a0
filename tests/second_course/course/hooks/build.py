"""How MkDocs comes in: every event is answered by the package."""

from coursewright.engines.mkdocs.events import *  # noqa: F403
