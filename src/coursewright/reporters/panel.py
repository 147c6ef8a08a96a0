"""Problems → HTML for the foot of a previewed page: where, what, the line, and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from coursewright.core.problems import Problem, has_errors
from coursewright.core.wording import Catalogue, tell
from coursewright.reporters.excerpt import excerpt, visible
from coursewright.reporters.terminal import counted, spoken

_ERRORS = (
    '<details class="cw-preview" open><summary>{title}</summary>'
    '<p role="alert">{about}</p><ol>{items}</ol></details>'
)
_WARNINGS = (
    '<details class="cw-preview cw-preview--warning"><summary>{title}</summary>'
    "<p>{about}</p><ol>{items}</ol></details>"
)
_ITEM = (
    '<li><span class="cw-preview__where">{where}</span><br>'
    "<strong>{message}</strong>{excerpt}<p>{hint}</p></li>"
)
_EXCERPT = '<pre tabindex="0">{line}\n{marker}</pre>'


@dataclass(frozen=True)
class Panel:
    """How problems are told on a page.

    catalogue: the words for each problem's code. language: as for `Terminal`.
    """

    catalogue: Catalogue
    language: str

    def problems(self, problems: Sequence[Problem], *, is_shown: bool) -> str:
        """Give the panel, or nothing where nothing was found.

        is_shown: whether a page of an earlier state is shown above it. With warnings alone it is
        closed: they keep nobody from going on.
        """
        if not problems:
            return ""
        words = spoken(self.language)
        is_bad = has_errors(problems)
        about = words[_about(is_shown) if is_bad else "panel-warnings"]
        items = "".join(self._item(problem) for problem in problems)
        title = counted(problems, words)
        if is_bad:
            return _ERRORS.format(title=title, about=about, items=items)
        return _WARNINGS.format(title=title, about=about, items=items)

    def trouble(self, message: str, *, is_shown: bool) -> str:
        """Give the panel for what is no problem of a file: one message."""
        words = spoken(self.language)
        said = "\n".join(visible(line) for line in message.split("\n"))
        items = f"<li><strong>{escape(said)}</strong></li>"
        about = words[_about(is_shown)]
        return _ERRORS.format(title=words["panel-stopped"], about=about, items=items)

    def _item(self, problem: Problem) -> str:
        told = tell(problem, self.catalogue, self.language)
        where = f"{problem.file}:{problem.place.line}:{problem.place.column}"
        shown = ""
        if problem.excerpt.strip():
            lead = min(_indent(problem.excerpt), problem.place.column - 1)
            line, marker = excerpt(problem.excerpt[lead:], problem.place.column - lead)
            shown = _EXCERPT.format(line=escape(line), marker=marker)
        message, hint = escape(visible(told.message)), escape(visible(told.hint))
        return _ITEM.format(where=escape(visible(where)), message=message, excerpt=shown, hint=hint)


def _indent(line: str) -> int:
    """Count what is left out on a phone: how far in a line stands says nothing there."""
    return len(line) - len(line.lstrip(" "))


def _about(is_shown: bool) -> str:
    return "panel-earlier" if is_shown else "panel-none"
