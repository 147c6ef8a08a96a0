"""Zensical: a course is written to a staging folder, from which Zensical builds the site."""

from coursewright.engines.zensical.running import build

__all__ = ["build"]
