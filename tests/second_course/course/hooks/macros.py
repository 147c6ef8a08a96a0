"""What pages can place with {{ … }}: everything is in the package."""

from coursewright.engines.mkdocs.macros import define_env

__all__ = ["define_env"]
