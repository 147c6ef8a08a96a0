"""The second door: MkDocs' events, in the order in which MkDocs calls them."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from coursewright.core.kinds import RoomError
from coursewright.core.ledger import make_ledger
from coursewright.core.problems import has_errors
from coursewright.core.wording import problem_words, tell
from coursewright.engines.mkdocs.macros import root_of
from coursewright.engines.mkdocs.navigation import Menu, place_modules
from coursewright.engines.mkdocs.policy import POLICY
from coursewright.engines.mkdocs.session import Session, open_session
from coursewright.engines.mkdocs.slots import Slots
from coursewright.render import assets
from coursewright.render.calls import Refused, find_calls
from coursewright.render.exercise import WORDS
from coursewright.render.manifest import make_manifest
from coursewright.render.markdown import slugify
from coursewright.render.pdf import NoPdf, check_pdf
from coursewright.render.reading import reading_files, reading_words
from coursewright.render.site import Page, SiteRenderer
from coursewright.render.workbook import write_workbooks

THEME = Path(__file__).with_name("theme")
WATCHED = ("content", "quizzes", "hooks")
LEDGER = f"{assets.FOLDER}/ledger.json"
GENERATED = {"render_macros": False, "hide": ["toc"]}

log = get_plugin_logger("coursewright")

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_context",
    "on_page_markdown",
    "on_post_build",
    "on_serve",
    "on_startup",
]


class Run:
    """What MkDocs was started for; known before there are any settings to keep it in.

    preview: pages reload themselves. told: whoever started it has told the course's problems.
    """

    preview = False
    told = False


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether the pages are a preview that reloads itself."""
    Run.preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the course, tell its problems, and set what every course's site has in common.

    Raises Abort when the course has errors: nothing of it is published.
    """
    try:
        session = open_session(Path(config.config_file_path).parent)
    except RoomError as error:
        raise Abort(str(error)) from error
    _tell(session)
    _prepare_files(session)
    config.extra["coursewright"] = session
    config.markdown_extensions.append(Slots(session.slots))  # type: ignore[arg-type]
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify)
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the generated pages and our own files; a file in docs/ at the same address wins."""
    session = _session(config)
    renderer = _renderer(session)
    taken = {file.dest_uri for file in files}
    for page in renderer.pages():
        file = File.generated(
            config, _source(page), content=_front_matter(page), inclusion=_inclusion(page)
        )
        if file.dest_uri not in taken:
            files.append(file)
            session.generated[file.src_uri] = page
    styles = sorted((THEME / assets.FOLDER).glob("*.css"))
    own = [(path, f"{assets.FOLDER}/{path.name}") for path in styles]
    for path, address in (*assets.all_files(session.kinds), *own):
        files.append(File.generated(config, address, content=assets.lean(path)))
    for name, data in reading_files(session.language):
        files.append(File.generated(config, f"{assets.FOLDER}/{name}", content=data))
    manifest = json.dumps(make_manifest(renderer.course), ensure_ascii=False, indent=1)
    files.append(File.generated(config, assets.MANIFEST, content=manifest))
    ledger = json.dumps(make_ledger(renderer.course), ensure_ascii=False, indent=1)
    files.append(File.generated(config, LEDGER, content=ledger))
    place_modules(config, files, renderer.course)
    return files


def on_nav(nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep MkDocs' navigation; its pages have no titles until they are read."""
    _session(config).navigation = nav
    return nav


@event_priority(100)
def on_page_markdown(
    markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
) -> str | None:
    """Fill a generated page; hand-written ones are filled by their macros, which come later.

    Raises Abort for anything but plain calls in a page that the check does not read, because
    mkdocs.yml takes it from somewhere else than docs/.
    """
    session = _session(config)
    generated = session.generated.get(page.file.src_uri)
    if generated is None:
        if any(isinstance(found, Refused) for found in find_calls(markdown)):
            raise Abort(f"{page.file.src_uri}: only plain macro calls can stand between braces.")
        return None
    placement = session.placement(page.file.src_uri, root_of(page.url))
    return session.slot(_renderer(session).page(generated, placement))


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates what is the same on every page."""
    session = _session(config)
    renderer = _renderer(session)
    if session.navigation is not None:
        session.menu = Menu(session.navigation, renderer.course)
    env.globals["cw"] = {
        "words": renderer.words,
        "reading": reading_words(session.language),
        "aloud": renderer.aloud(),
        "policy": POLICY,
        "course": renderer.course.settings,
        "folder": assets.FOLDER,
        "manifest": assets.MANIFEST,
        "my_page": session.my_page,
        "preview": Run.preview,
        "preloads": (),
        "scripts": (),
        "styles": assets.styles(()),
        "navigation": _menu(session).at(""),
    }
    return env


def on_page_context(
    context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the theme's templates what this page needs: styles, scripts, menu."""
    session = _session(config)
    used = session.placement(page.file.src_uri, root_of(page.url)).kinds
    context["cw_page"] = {
        "styles": assets.styles(used),
        "scripts": assets.scripts(used, session.kinds),
        "preloads": session.preloads(frozenset(used)),
        "navigation": _menu(session).at(page.url),
    }
    return context


def on_post_build(*, config: MkDocsConfig) -> None:
    """Make the workbooks as files, where the course asks for them."""
    workbooks = _renderer(_session(config)).workbooks
    if workbooks.has_files:
        write_workbooks(workbooks, Path(config.docs_dir), Path(config.site_dir))


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Reload the page when a YAML file is saved, too."""
    folder = _session(config).folder
    for name in WATCHED:
        if (folder / name).is_dir():
            server.watch(str(folder / name))
    return server


def _session(config: MkDocsConfig) -> Session:
    session: Session = config.extra["coursewright"]
    return session


def _menu(session: Session) -> Menu:
    if session.menu is None:
        raise RuntimeError("MkDocs asked for templates before it made the navigation")
    return session.menu


def _renderer(session: Session) -> SiteRenderer:
    if session.renderer is None:
        raise Abort("The course has errors.")
    return session.renderer


def _tell(session: Session) -> None:
    """Log every problem on a line of its own: warnings stop a strict build, errors any."""
    if Run.told and not has_errors(session.problems):
        return
    catalogue = problem_words(session.kinds, WORDS)
    for problem in session.problems:
        told = tell(problem, catalogue, session.language)
        where = f"{problem.file}:{problem.place.line}:{problem.place.column}"
        line = f"{where}: {problem.severity}[{problem.code}] {told.message} {told.hint}".rstrip()
        (log.error if problem.severity == "error" else log.warning)(line)
    if has_errors(session.problems):
        raise Abort("coursewright: the course has errors, so no site was built.")


def _prepare_files(session: Session) -> None:
    """A preview makes no workbooks; a build that could not make them does not begin."""
    workbooks = session.renderer and session.renderer.workbooks
    if not workbooks or not workbooks.has_files:
        return
    workbooks.has_files = not Run.preview
    try:
        check_pdf()
    except NoPdf as error:
        raise Abort(workbooks.words["workbook-no-pdf"].format(reason=error)) from error


def _source(page: Page) -> str:
    """Give the file in docs/ that would stand for a generated page."""
    name = page.address.rstrip("/")
    return f"{name}/index.md" if "/" not in name else f"{name}.md"


def _inclusion(page: Page) -> InclusionLevel:
    return InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV


def _front_matter(page: Page) -> str:
    """JSON is YAML: a title with a colon needs no care."""
    meta = {"title": page.title, "description": page.description, **GENERATED}
    if not page.listed:
        meta["search"] = {"exclude": True}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
    return "\n".join(("---", *lines, "---", page.call, ""))
