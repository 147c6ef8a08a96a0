"""What MkDocs says in its log: it tells there what is wrong, and stops with less than that."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

LOG = "mkdocs"


@contextmanager
def listening() -> Iterator[list[str]]:
    """Give a list that fills with MkDocs' errors as long as the block lasts."""
    ear = _Ear(logging.ERROR)
    logging.getLogger(LOG).addHandler(ear)
    try:
        yield ear.heard
    finally:
        logging.getLogger(LOG).removeHandler(ear)


class _Ear(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.heard.append(record.getMessage())
