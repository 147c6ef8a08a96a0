"""Scripts joined on their way to the site: what is always needed together is one file.

As they are written, a script is small and knows little; over a slow net each file costs a phone
about as much as two kilobytes more would. A module that only one script of its folder needs goes
into that script's file, in a scope of its own. At its own address stands a line that leads there,
so that every import finds the one module there is, from wherever it comes.

Only imports and exports as we write them are understood: whole lines, names in braces. A script
that is written another way, as somebody else's kind may be, is left as it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

_WAY = r"""["'](\.[^"']+)["']"""
_NAMES = r"\{([^}/]*)\}"  # a comment among them is not for us
_IMPORT = re.compile(rf"^import\s+(?:{_NAMES}\s*from\s*)?{_WAY};", re.MULTILINE)
_WHOLE = re.compile(rf"^import\s+\*\s+as\s+(\w+)\s+from\s*{_WAY};", re.MULTILINE)
_PASSED_ON = re.compile(rf"^export\s*{_NAMES}\s*from\s*{_WAY};", re.MULTILINE)
_LISTED = re.compile(rf"^export\s*{_NAMES};", re.MULTILINE)
_DECLARED = re.compile(
    r"^export\s+(?=(?:(?:async\s+)?function\s*\*?|class|const)\s+(\w+)\b)", re.MULTILINE
)
_CONSTANT = re.compile(r"^export\s+const\b", re.MULTILINE)
_FOREIGN = re.compile(r"^(?:import|export)\b(?!\.|\()", re.MULTILINE)
_LAZY = re.compile(rf"\bimport\({_WAY}\)")


@dataclass(frozen=True)
class Script:
    """A module, taken apart.

    imports: for each file, the pairs (name there, name here); "*" there: all of it.
    exports: name for others → what stands for it here. lazy: files that are fetched when they are
    needed. body: the rest of it. understood: whether that is all.
    """

    path: Path
    imports: Mapping[Path, list[tuple[str, str]]]
    exports: Mapping[str, str]
    lazy: frozenset[Path]
    body: str
    understood: bool


@dataclass
class Joined:
    """Which script's file each module goes into, and in which order. Both by their paths."""

    homes: dict[Path, Path] = field(default_factory=dict)
    parts: dict[Path, list[Path]] = field(default_factory=dict)

    def name(self, path: Path) -> str:
        """Give what a module is called in the file it goes into."""
        return f"${self.parts[self.homes[path]].index(path) + 1}"


def read_script(path: Path, shared: Path) -> Script:
    """Take a module apart. shared: where imports lead that leave a package's folder for ours."""
    text = path.read_text("utf-8")
    found: dict[Path, list[tuple[str, str]]] = {}
    exports: dict[str, str] = {}

    def there(way: str) -> Path:
        file = (path.parent / way).resolve()
        return file if file.is_file() else shared / file.name

    for names, way in _IMPORT.findall(text):
        found.setdefault(there(way), []).extend(_pairs(names))
    for here, way in _WHOLE.findall(text):
        found.setdefault(there(way), []).append(("*", here))
    for names, way in _PASSED_ON.findall(text):
        for name, outside in _pairs(names):
            here = f"$$passed_{outside}"
            found.setdefault(there(way), []).append((name, here))
            exports[outside] = here
    for names in _LISTED.findall(text):
        exports |= {outside: here for here, outside in _pairs(names)}
    exports |= {name: name for name in _DECLARED.findall(text)}
    body = text
    for statement in (_IMPORT, _WHOLE, _PASSED_ON, _LISTED, _DECLARED):
        body = statement.sub("", body)
    lazy = frozenset(there(way) for way in _LAZY.findall(text))
    constants = _CONSTANT.finditer(text)
    understood = not _FOREIGN.search(body) and all(_is_one(text[c.end() :]) for c in constants)
    return Script(path, found, exports, lazy, body, understood)


def _is_one(text: str) -> bool:
    """Whether a declaration names one constant: at its end, or at a comma, outside of brackets."""
    depth = 0
    for sign in text:
        if sign in "([{":
            depth += 1
        elif sign in ")]}":
            depth -= 1
        elif sign in ",;" and not depth:
            return sign == ";"
    return True


def _pairs(names: str) -> list[tuple[str, str]]:
    words = [name.split() for name in names.split(",") if name.strip()]
    return [(word[0], word[-1]) for word in words]


class Joiner:
    """All scripts of a site, and the files they become.

    first: scripts whose needs come together before all others', because most pages have them.
    named: what pages begin with by name, though others may import it; it stays where it is.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        shared: Path,
        first: Sequence[Path] = (),
        named: Collection[Path] = (),
    ) -> None:
        self._named = frozenset(named)
        self.scripts = {path: read_script(path, shared) for path in paths}
        self.joined = Joined()
        self.needs = cache(self._find_needs)
        for head in first:
            self._take(head, self.needs(head))
        for head, mine in self._lonely().items():
            self._take(head, mine)
        for path in self.scripts:
            self._take(path, frozenset([path]))

    def home(self, path: Path) -> Path:
        """Give the script in whose file a module is."""
        return self.joined.homes[path]

    def text(self, path: Path) -> str:
        """Give what stands in the site at a script's address."""
        script = self.scripts[path]
        if self.home(path) != path:
            return self._leading(script)
        parts = self.joined.parts[path]
        if not script.understood or all(self._stands_alone(part) for part in parts):
            return path.read_text("utf-8")
        outside: dict[Path, str] = {}
        inside = "".join(self._part(self.scripts[part], outside) for part in parts)
        imports = [self._fetched(other, name, path) for other, name in outside.items()]
        names = ",".join(self.joined.name(part) for part in parts)
        return "\n".join([*imports, inside, f"export{{{names}}};", _spread(script, self.joined)])

    def _find_needs(self, path: Path) -> frozenset[Path]:
        """Give a module and everything it imports, however deep."""
        direct = [other for other in self.scripts[path].imports if other in self.scripts]
        return frozenset([path]).union(*(self.needs(other) for other in direct))

    def _reach(self, path: Path) -> frozenset[Path]:
        """Give everything that a script can ever ask for."""
        found: set[Path] = set()
        waiting = [path]
        while waiting:
            needed = self.needs(waiting.pop()) - found
            found |= needed
            waiting += [
                lazy for one in needed for lazy in self.scripts[one].lazy & set(self.scripts)
            ]
        return frozenset(found)

    def _lonely(self) -> dict[Path, frozenset[Path]]:
        """Give each script that starts by itself, then each lazy one, with what is its alone."""
        imported = {other for script in self.scripts.values() for other in script.imports}
        lazy = {other for script in self.scripts.values() for other in script.lazy}
        imported -= self._named
        starts = [path for path in self.scripts if path not in imported | lazy]
        reached = {start: self._reach(start) for start in starts}
        mine = {
            start: frozenset(
                one
                for one in self.needs(start) - lazy - self._named
                if sum(one in others for others in reached.values()) == 1
            )
            for start in starts
        }
        later = [path for path in self.scripts if path in lazy]
        for path in later:
            others = [self.needs(other) for other in (*starts, *later) if other != path]
            mine[path] = self.needs(path).difference(lazy, *others)
        return mine

    def _take(self, head: Path, needed: frozenset[Path]) -> None:
        """Put what is not yet taken, and can be joined, in the script's file."""
        if head in self.joined.homes:
            return
        free = {one for one in needed - self.joined.homes.keys() if self._fits(one, head)} | {head}
        needs = {one: sorted(free & self.scripts[one].imports.keys()) for one in sorted(free)}
        try:
            parts = list(TopologicalSorter(needs).static_order())
        except CycleError:
            parts = [head]
        self.joined.parts[head] = parts
        self.joined.homes |= dict.fromkeys(parts, head)

    def _fits(self, one: Path, head: Path) -> bool:
        scripts = self.scripts[one], self.scripts[head]
        return one.parent == head.parent and all(script.understood for script in scripts)

    def _stands_alone(self, path: Path) -> bool:
        """Whether a module's imports can stay as they are: nothing of them went elsewhere."""
        needed = self.scripts[path].imports.keys() & self.scripts.keys()
        return all(self.home(other) == other for other in needed)

    def _part(self, script: Script, outside: dict[Path, str]) -> str:
        """Write a module as a value of its own; note what it needs from other files."""
        home = self.home(script.path)
        lines: list[str] = []
        for other, pairs in script.imports.items():
            if other in self.scripts and self.home(other) == home:
                source = self.joined.name(other)
            else:
                source = outside.setdefault(other, f"$$other{len(outside) + 1}")
            lines += _named(pairs, source)
        given = ",".join(f"{name}:{here}" for name, here in script.exports.items())
        inner = "\n".join([*lines, script.body, f"return{{{given}}};"])
        return f"const {self.joined.name(script.path)}=(()=>{{{inner}}})();\n"

    def _fetched(self, other: Path, name: str, home: Path) -> str:
        """Write how a joined file gets a module of another file."""
        if other not in self.scripts or self.home(other) == other:
            return f'import * as {name} from "{_way(other, home)}";'
        source = _way(self.home(other), home)
        return f'import{{{self.joined.name(other)} as {name}}}from "{source}";'

    def _leading(self, script: Script) -> str:
        """Write what stands at the address of a module that went into another's file."""
        home = self.home(script.path)
        name = self.joined.name(script.path)
        return f'import{{{name}}}from "{_way(home, script.path)}";\n{_spread(script, self.joined)}'


def _spread(script: Script, joined: Joined) -> str:
    if not script.exports:
        return ""
    return f"export const{{{','.join(script.exports)}}}={joined.name(script.path)};"


def _named(pairs: list[tuple[str, str]], source: str) -> Iterator[str]:
    names = [f"{name}:{here}" for name, here in pairs if name != "*"]
    if names:
        yield f"const{{{','.join(names)}}}={source};"
    yield from (f"const {here}={source};" for name, here in pairs if name == "*")


def _way(to: Path, here: Path) -> str:
    """Give the import's way from one file of the site to another, over the shape they share."""
    if to.parent == here.parent:
        return f"./{to.name}"
    return f"../../web/{to.name}"
