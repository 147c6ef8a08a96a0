"""The second door: MkDocs' events, in the order in which MkDocs calls them."""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from coursewright.core.collecting import end_at_once, set_aside, take_back
from coursewright.core.kinds import RoomError
from coursewright.core.wording import problem_words, tell
from coursewright.engines.mkdocs import material, offline
from coursewright.engines.mkdocs.generated import GeneratedPage, generate
from coursewright.engines.mkdocs.macros import root_of, spare_git
from coursewright.engines.mkdocs.navigation import links_of, place_modules
from coursewright.engines.mkdocs.session import SESSION, Run, Session, open_session
from coursewright.render.calls import Refused, find_calls
from coursewright.render.cutting import classes_in
from coursewright.render.exercise import WORDS
from coursewright.render.finishing import NoWorkbooks, check_workbooks, finish, is_kept
from coursewright.render.markdown import slugify
from coursewright.render.menu import Menu
from coursewright.render.site import SiteRenderer
from coursewright.render.site_files import site_files
from coursewright.render.site_values import KEY, STYLE, THEME, MyPage, SiteValues, Surroundings
from coursewright.render.slots import Slots
from coursewright.render.style import APART, make_style

OWN_THEME = Path(__file__).with_name("theme")
WATCHED = ("content", "quizzes", "hooks")
INDEX = "search/search_index.json"
_ID = re.compile(r'\sid="([^"]+)"')

log = get_plugin_logger("coursewright")

__all__ = [
    "on_config",
    "on_env",
    "on_files",
    "on_nav",
    "on_page_content",
    "on_page_context",
    "on_page_markdown",
    "on_post_build",
    "on_post_page",
    "on_serve",
    "on_startup",
]


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether the pages are a preview that reloads itself."""
    Run.preview = command == "serve"
    spare_git()
    end_at_once()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the course, tell its problems, and set what every course's site has in common.

    Raises NotBuilt when the course has errors: nothing of it is published.
    """
    try:
        session = open_session(Path(config.config_file_path).parent, Run.known)
    except RoomError as error:
        raise Abort(str(error)) from error
    if not Run.told:
        _tell(session)
    session.stop_at_errors()
    _prepare_files(session)
    config.extra[SESSION] = session
    config.markdown_extensions.append(Slots(session.slots.pop))  # type: ignore[arg-type]
    config.mdx_configs.setdefault("toc", {}).setdefault("slugify", slugify)
    settings = _renderer(session).course.settings
    offline.prepare(config, settings, preview=Run.preview)
    at = 1 if config.theme.custom_dir else 0
    config.theme.dirs[at:at] = [str(OWN_THEME), str(THEME)]
    _settle()
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the generated pages and our own files; a file in docs/ at the same address wins."""
    session = _session(config)
    renderer = _renderer(session)
    taken = {file.dest_uri for file in files}
    for page in renderer.pages():
        file = generate(page, config)
        if file.dest_uri not in taken:
            files.append(file)
    for address, content in site_files(renderer, left_out=APART):
        files.append(File.generated(config, address, content=content))
    offline.leave_out_preview(files, preview=Run.preview)
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
    """Look at a page's macro calls before they are carried out.

    Raises Abort for anything but plain calls in a page that the check does not read, because
    mkdocs.yml takes it from somewhere else than docs/.
    """
    if any(isinstance(found, Refused) for found in find_calls(markdown)):
        raise Abort(f"{page.file.src_uri}: only plain macro calls can stand between braces.")
    return None


def on_page_content(
    html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
) -> str | None:
    """Let links lead to the ids of exercises, too: MkDocs saw the page before they came in.

    A generated page is written later; our own check knows what is on it.
    """
    if not isinstance(page, GeneratedPage):
        page.present_anchor_ids = (page.present_anchor_ids or set()) | set(_ID.findall(html))
        _session(config).classes.update(classes_in(html))
    return None


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Give the theme's templates what is the same on every page."""
    session = _session(config)
    renderer = _renderer(session)
    material.leave_out(files, config)
    theirs, own = material.style_files(config), material.own_files(config)
    sheet = make_style(theirs, own, session.kinds, session.classes)
    files.append(File.generated(config, STYLE, content=sheet))
    env.auto_reload = renderer.environment.auto_reload = Run.preview
    if session.navigation is None:
        raise RuntimeError("MkDocs asked for templates before it made the navigation")
    session.values = SiteValues(renderer, Menu(links_of(session.navigation), renderer.course))
    kept = is_kept(renderer.course.settings, preview=Run.preview)
    around = Surroundings(**material.addresses(config), index=INDEX, kept=kept, preview=Run.preview)
    config.extra[KEY] = session.values.site(around, _my_page(session))
    _settle()
    return env


@event_priority(100)
def on_page_context(
    context: dict[str, Any], *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Fill a generated page, and give the theme's templates what it needs: styles, scripts, menu.

    First of all plug-ins: the search reads the page next, without what is not to be searched.
    """
    session = _session(config)
    placement = session.placement(page.file.src_uri, root_of(page.url))
    if isinstance(page, GeneratedPage):
        page.content = str(_renderer(session).page(page.made, placement))
    page.content = session.aside.take(page.content or "")
    if session.values is not None:
        page.meta[KEY] = session.values.page(page.url, placement)
    return context


def on_post_page(output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Put back what stood aside, and let go of it: MkDocs keeps its pages to the end."""
    page.content = None
    page.meta.pop(KEY, None)
    session = _session(config)
    whole = session.aside.put_back(output)
    if is_kept(_renderer(session).course.settings, preview=Run.preview):
        session.scales.weigh_beside(whole.encode(errors="xmlcharrefreplace"))
    return whole


@event_priority(-100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Make the workbooks, look through the finished site, and write its service worker.

    The last of all plug-ins, when the others have written their files. Raises Abort where a page
    would fetch something from another computer, and for a course heavier than it may be.
    """
    session = _session(config)
    renderer = _renderer(session)
    site, docs = Path(config.site_dir), Path(config.docs_dir)
    finished = finish(site, docs, renderer, preview=Run.preview, scales=session.scales)
    for line in finished.outside:
        log.error(f"{line} would be fetched from another computer.")
    if finished.outside:
        raise Abort("coursewright: pages fetch nothing from elsewhere, so no site was built.")
    if finished.told:
        log.info(finished.told)
    session.problems = finished.problems
    take_back()
    _tell(session)


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Reload the page when a YAML file is saved, too."""
    folder = _session(config).folder
    for name in WATCHED:
        if (folder / name).is_dir():
            server.watch(str(folder / name))
    return server


def _settle() -> None:
    """What stands now stays to the end of a build; a preview lives on after its first."""
    if not Run.preview:
        set_aside()


def _session(config: MkDocsConfig) -> Session:
    session: Session = config.extra[SESSION]
    return session


def _my_page(session: Session) -> MyPage | None:
    page = session.my_page
    return MyPage(page.url, str(page.title)) if page else None


def _renderer(session: Session) -> SiteRenderer:
    if session.renderer is None:
        raise Abort("The course has errors.")
    return session.renderer


def _tell(session: Session) -> None:
    """Log every problem on a line of its own: warnings stop a strict build, errors any."""
    catalogue = problem_words(session.kinds, WORDS)
    for problem in session.problems:
        told = tell(problem, catalogue, session.language)
        where = f"{problem.file}:{problem.place.line}:{problem.place.column}"
        line = f"{where}: {problem.severity}[{problem.code}] {told.message} {told.hint}".rstrip()
        (log.error if problem.severity == "error" else log.warning)(line)
    session.stop_at_errors()


def _prepare_files(session: Session) -> None:
    """A preview makes no workbooks; a build that could not make them does not begin."""
    if session.renderer is None:
        return
    try:
        check_workbooks(session.renderer, wanted=Run.pdf and not Run.preview)
    except NoWorkbooks as error:
        raise Abort(str(error)) from error
