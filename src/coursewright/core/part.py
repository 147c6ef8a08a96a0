"""The base of everything a trainer writes."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from coursewright.core.problems import Finding, Path


class Part(BaseModel):
    """Any mapping in the YAML: unknown fields are mistakes, and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)

    def findings(self) -> Iterable[Finding]:
        """Give what is wrong between fields; called only when each field is right by itself."""
        return ()

    def scored(self) -> Iterable[tuple[str, Path]]:
        """Give (id, path) of everything inside that has an id of its own."""
        return ()
