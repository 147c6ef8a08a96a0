"""A course's site that is not built: each page is made when somebody asks for it.

A saved file is on the screen long before a hundred other pages would be done. MkDocs and its
plug-ins see the same events in the same order as in a build, and pages are made by MkDocs' own
functions; `tests/preview` compares the two byte by byte.
"""

from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme

from coursewright.engines.mkdocs.generated import GeneratedPage
from coursewright.engines.mkdocs.session import SESSION, Session

SETTINGS = "mkdocs.yml"
INDEX = "index.html"
_READ, _WRITTEN = "read", "written"

_THEME_FILES: dict[tuple[str, ...], list[tuple[str, str]]] = {}
"""Folders and templates of a theme → its files (path, folder); the folders of the installed
packages do not change while the preview runs."""


class LazySite:
    """One state of a course, as its files were when this was made.

    Not for several threads at once.
    """

    def __init__(self, folder: Path, work: Path, origin: str) -> None:
        """Do everything of a build that comes before the pages.

        folder: the course. work: an empty folder to work in; templates that were compiled lie in
        the folder above it, for the next site. origin: the server's address, without a path.
        Raises NotBuilt for a course with errors, and whatever MkDocs and its plug-ins raise.
        """
        config = load_config(config_file=str(folder / SETTINGS), site_dir=str(work))
        _keep_compiled(config.theme, work.parent)
        config.plugins.on_startup(command="serve", dirty=False)
        self.mount = f"/{urlsplit(config.site_url or '').path.strip('/')}/".replace("//", "/")
        config.site_url = f"{origin}{self.mount}"
        self.config = config.plugins.on_config(config)
        self.config.plugins.on_pre_build(config=self.config)
        self._steps: dict[str, str] = {}
        self._is_finished = False
        self._open(work)

    @property
    def session(self) -> Session:
        """The loaded course and its problems."""
        session: Session = self.config.extra[SESSION]
        return session

    @property
    def folder(self) -> Path:
        """Where its pages are written."""
        return Path(self.config.site_dir)

    @property
    def watched(self) -> list[Path]:
        """Whatever mkdocs.yml asks to watch beside the course's own folders."""
        own = [self.config.theme.custom_dir, self.config.docs_dir, *self.config.watch]
        return [Path(path) for path in own if path]

    def find(self, address: str) -> bytes | None:
        """Give a file of the site as a browser gets it; None where there is none.

        address: from the site's root, without a slash before it.
        """
        file = self._files.get(address)
        if file is not None and not file.is_documentation_page():
            return file.content_bytes
        if file is not None:
            self._write(file)
        elif address in self.config.theme.static_templates:
            self._write_template(address)
        return self._written(address)

    def has_page(self, address: str) -> bool:
        """Tell whether there is a page at an address that ends with a slash."""
        return f"{address}{INDEX}" in self._files

    def go_on(self) -> bool:
        """Make one more of the pages nobody asked for; False when the site is whole."""
        for file in self._pages:
            if self._steps.get(file.src_uri) != _WRITTEN:
                self._write(file)
                return True
        if not self._is_finished:
            self._is_finished = True
            self._finish()
        return False

    def _open(self, work: Path) -> None:
        """Follow MkDocs up to the point where it begins to write pages."""
        config, plugins = self.config, self.config.plugins
        env = config.theme.get_env()
        files = get_files(config)
        _add_theme_files(files, env, config)
        self._all = plugins.on_files(files, config=config)
        set_exclusions(self._all, config)
        nav = get_navigation(self._all, config)
        self._nav = plugins.on_nav(nav, config=config, files=self._all)
        self._pages = self._all.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        for file in self._pages:
            if file.page is None:
                Page(None, file, config)
            if not isinstance(file.page, GeneratedPage):
                self._read(file)
        self._env = plugins.on_env(env, config=config, files=self._all)
        served = (file for file in self._all if file.inclusion is not InclusionLevel.EXCLUDED)
        self._files = {file.dest_uri: file for file in served}

    def _read(self, file: File) -> None:
        if file.src_uri not in self._steps:
            self._steps[file.src_uri] = _READ
            mkdocs_build._populate_page(_page(file), self.config, self._all)

    def _write(self, file: File) -> None:
        if self._steps.get(file.src_uri) == _WRITTEN:
            return
        self._read(file)
        is_draft = file.inclusion is InclusionLevel.DRAFT
        mkdocs_build._build_page(
            _page(file), self.config, self._pages, self._nav, self._env, excluded=is_draft
        )
        self._steps[file.src_uri] = _WRITTEN

    def _write_template(self, name: str) -> None:
        mkdocs_build._build_theme_template(name, self._env, self._all, self.config, self._nav)

    def _finish(self) -> None:
        """Do what only a whole site can have: links to headings, and the search."""
        for name in self.config.extra_templates:
            mkdocs_build._build_extra_template(str(name), self._all, self.config, self._nav)
        level = self.config.validation.links.anchors
        for file in self._pages:
            _page(file).validate_anchor_links(files=self._all, log_level=level)
        self.config.plugins.on_post_build(config=self.config)

    def _written(self, address: str) -> bytes | None:
        root = Path(self.config.site_dir).resolve()
        file = (root / address).resolve()
        return file.read_bytes() if file.is_relative_to(root) and file.is_file() else None


def _keep_compiled(theme: Theme, folder: Path) -> None:
    """Have templates compiled once, for us and for plug-ins that take the theme's own, too."""
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.bytecode_cache = FileSystemBytecodeCache(str(folder))
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def _page(file: File) -> Page:
    if file.page is None:
        raise RuntimeError(f"{file.src_uri} has no page")
    return file.page


def _add_theme_files(files: Files, env: Environment, config: MkDocsConfig) -> None:
    """Do what `files.add_files_from_theme` does; Material's ten thousand icons are listed once."""
    if config.theme.custom_dir:
        files.add_files_from_theme(env, config)
        return
    key = (*config.theme.dirs, *sorted(config.theme.static_templates))
    if key not in _THEME_FILES:
        listed = Files([])
        listed.add_files_from_theme(env, config)
        _THEME_FILES[key] = [(file.src_uri, str(file.src_dir)) for file in listed]
    for path, folder in _THEME_FILES[key]:
        if files.get_file_from_path(path) is None:
            files.append(File(path, folder, config.site_dir, config.use_directory_urls))
