"""Courses from YAML: exercises that participants use on their own phones.

These are the public names, and all of them. What a course folder holds is loaded, checked and
rendered without any program that builds sites:

    import coursewright

    checked = coursewright.check("my-course")
    for told in checked.told():
        print(told.message)
    if checked.course:
        for page in coursewright.render(checked).pages:
            print(page.address, page.title)
"""

from coursewright.api import Checked, Rendered, RenderedPage, check, load, render
from coursewright.core.course import Course
from coursewright.core.kinds import RoomError
from coursewright.core.ledger import LedgerError
from coursewright.core.problems import Place, Problem
from coursewright.core.wording import Told

__all__ = [
    "Checked",
    "Course",
    "LedgerError",
    "Place",
    "Problem",
    "Rendered",
    "RenderedPage",
    "RoomError",
    "Told",
    "check",
    "load",
    "render",
]
