"""A theme's style, cut to what a site's pages can use.

A rule stays when all that its selector names (classes, ids, `data-` attributes) is known to the
site's templates, scripts and pages. Elements are not looked at: what an author's Markdown can
become keeps its look. What is only named inside `:not()` or `:is()` does not count.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import tinycss2

_NAME = re.compile(r"[A-Za-z_][\w-]*")
_CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_DECLARED_VARIABLE = re.compile(r"(?<![\w-])--[\w-]{1,200}\s{0,9}:")
_USED_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_NESTING = frozenset({"media", "supports", "layer", "container"})
_VALUED = "dir"
"""An attribute that every page has, with one value."""


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Give every word in templates and scripts that could be the name of a class or an id."""
    return frozenset(name for text in texts for name in _NAME.findall(text))


def variables_in(styles: Iterable[str]) -> frozenset[str]:
    """Give every variable that other style sheets ask for, as `cut` wants to know it."""
    return frozenset(name for css in styles for name in _USED_VARIABLE.findall(css))


def classes_in(html: str) -> Iterator[str]:
    """Give the classes of a finished piece of HTML."""
    for found in _CLASSES.findall(html):
        yield from "".join(found).split()


@cache
def cut(css: str, names: frozenset[str]) -> str:
    """Give a style sheet without the rules that no page with these names can use.

    names: of classes and ids, from `names_in` and `classes_in`; of variables, from `variables_in`.

    Variables that nothing asks for any more go, too: themes keep their pictures in them.
    """
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return "".join(_without_unused_variables(list(_kept(rules, names)), names))


def _kept(rules: Iterable[Any], names: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [s for s in _selectors(rule.prelude) if _can_match(s, names)]
            if selectors:
                heads = ",".join(tinycss2.serialize(each).strip() for each in selectors)
                yield f"{heads}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content:
            inner = tinycss2.parse_blocks_contents(rule.content, True, True)
            if body := "".join(_kept(inner, names)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword != "charset":
            yield rule.serialize()


def _selectors(prelude: Iterable[Any]) -> Iterator[list[Any]]:
    """Split `a, b` at its commas; those inside brackets are part of a token of their own."""
    selector: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _can_match(selector: list[Any], names: frozenset[str]) -> bool:
    before: Any = None
    for token in selector:
        is_class = token.type == "ident" and before is not None and before.type == "literal"
        if is_class and before.value == "." and token.value not in names:
            return False
        if token.type == "hash" and token.value not in names:
            return False
        if token.type == "[] block" and not _can_have(token.content, names):
            return False
        before = token
    return True


def _can_have(attribute: list[Any], names: frozenset[str]) -> bool:
    """Tell whether a page can have `[data-md-color-scheme=slate]`, or `[dir=rtl]`."""
    words = [token.value for token in attribute if token.type in {"ident", "string"}]
    if not words or not (words[0].startswith("data-") or words[0] == _VALUED):
        return True
    return all(name in names for word in words for name in _NAME.findall(word))


def _without_unused_variables(rules: list[str], names: frozenset[str]) -> list[str]:
    """Drop `--name: …` that is asked for nowhere; those that name others go one after another."""
    while True:
        used = names.union(*map(_USED_VARIABLE.findall, rules))
        lean = [
            _lean_rule(rule, used) if _DECLARED_VARIABLE.search(rule) else rule for rule in rules
        ]
        if lean == rules:
            return rules
        rules = lean


def _lean_rule(rule: str, used: frozenset[str]) -> str:
    return "".join(_lean(tinycss2.parse_stylesheet(rule, True, True), used))


def _lean(rules: Iterable[Any], used: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in _NESTING and rule.content:
            inner = tinycss2.parse_blocks_contents(rule.content, True, True)
            if body := "".join(_lean(inner, used)):
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{body}}}"
        elif rule.type == "qualified-rule" and "--" in (body := tinycss2.serialize(rule.content)):
            found = tinycss2.parse_blocks_contents(body, True, True)
            kept = [each for each in found if _is_used(each, used)]
            if kept:
                declared = ";".join(each.serialize().strip() for each in kept)
                yield f"{tinycss2.serialize(rule.prelude)}{{{declared}}}"
        else:
            yield rule.serialize()


def _is_used(declaration: Any, used: frozenset[str]) -> bool:
    is_variable = declaration.type == "declaration" and declaration.name.startswith("--")
    return not is_variable or declaration.name in used or declaration.name[2:] in used
