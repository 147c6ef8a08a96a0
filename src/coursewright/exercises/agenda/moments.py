"""Dates and times of day as a trainer writes them."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

MIDNIGHT = 24 * 60
"""The end of a day in minutes."""

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def _to_minutes(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _CLOCK.fullmatch(value.strip())
    hour, minute = (int(match[1]), int(match[2])) if match else (24, 0)
    if hour > 23 or minute > 59:
        raise PydanticCustomError("not_a_time", "not a time", {"value": value})
    return 60 * hour + minute


def _to_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _DATE.fullmatch(value.strip())
    try:
        return date(*map(int, match.groups())) if match else _no_date(value)
    except ValueError:
        return _no_date(value)


def _no_date(value: str) -> object:
    raise PydanticCustomError("not_a_date", "not a date", {"value": value})


def in_digits(minutes: int) -> str:
    """Write minutes since midnight as in the YAML: 09:30."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


TimeOfDay = Annotated[int, BeforeValidator(_to_minutes)]
"""A time of day with a colon or a point, `9:30` or `09.30`, as minutes since midnight."""

Day = Annotated[date, BeforeValidator(_to_date)]
"""A date as `2026-12-01`."""
