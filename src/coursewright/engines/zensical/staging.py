"""A course → a folder that Zensical builds without knowing us: pages, files, theme, settings."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from coursewright.engines.zensical import theme
from coursewright.engines.zensical.navigation import links_in
from coursewright.engines.zensical.pages import Pages
from coursewright.engines.zensical.settings import FILE, Settings
from coursewright.render.finishing import is_kept
from coursewright.render.menu import Menu, with_modules
from coursewright.render.offline import NOT_KEPT
from coursewright.render.site import SiteRenderer
from coursewright.render.site_files import site_files
from coursewright.render.site_values import KEY, THEME, SiteValues, Surroundings
from coursewright.render.style import APART

DOCS, THEME_FOLDER, SLOTS, SITE = "docs", "theme", "slots", "site"


def stage(course: Path, renderer: SiteRenderer, settings: Settings, folder: Path) -> Pages:
    """Write a course to an empty folder, from which Zensical builds it to `site/` in there.

    settings: the course's; they become those of the staging folder. Gives the pages, which have
    to be finished when the site is built. Raises UnknownTheme for a
    Zensical whose theme we do not know.
    """
    source = settings.get("docs_dir", DOCS)
    docs, slots = folder / DOCS, folder / SLOTS
    slots.mkdir()
    shutil.copytree(course / source, docs)
    _write_theme(course, settings, folder)
    pages = Pages(renderer, slots)
    pages.read(course, source)
    nav = with_modules(settings.get("nav"), list(pages.found), renderer.course)
    pages.generate()
    values = SiteValues(renderer, Menu(links_in(nav, pages.found), renderer.course))
    pages.write(docs, values)
    _write_files(renderer, docs)
    extra = values.site(_surroundings(renderer, settings), pages.mine())
    _adapt(settings, extra, nav, slots)
    (folder / FILE).write_text(settings.text(), encoding="utf-8")
    return pages


def _write_theme(course: Path, settings: Settings, folder: Path) -> None:
    """Lay the author's own templates over ours; they came first with the other engine, too."""
    target = folder / THEME_FOLDER
    shutil.copytree(THEME, target, ignore=shutil.ignore_patterns("assets"))
    no_styles = shutil.ignore_patterns("*.css")  # they come with the other files of ours
    shutil.copytree(
        THEME / "assets", folder / DOCS / "assets", ignore=no_styles, dirs_exist_ok=True
    )
    if own := _own_theme(settings):
        shutil.copytree(course / own, target, dirs_exist_ok=True)


def own_files(course: Path, settings: Settings) -> Iterator[Path]:
    """Give the files of a course's own that can name a class: its templates, and what it adds."""
    if own := _own_theme(settings):
        yield from sorted((course / own).rglob("*.html"))
    for key in ("extra_css", "extra_javascript"):
        for name in settings.get(key, []):
            file = course / settings.get("docs_dir", DOCS) / str(name)
            if file.is_file():
                yield file


def _own_theme(settings: Settings) -> str | None:
    theme_settings = settings.get("theme", {})
    return theme_settings.get("custom_dir") if isinstance(theme_settings, dict) else None


def _write_files(renderer: SiteRenderer, docs: Path) -> None:
    for address, content in site_files(renderer, left_out=APART):
        file = docs / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    if is_kept(renderer.course.settings, preview=False):
        shutil.copy(THEME / NOT_KEPT, docs / NOT_KEPT)


def has_search(settings: Settings) -> bool:
    """Tell whether the author's settings ask for a search."""
    plugins = settings.get("plugins", ["search"])
    names = [next(iter(each)) if isinstance(each, dict) else each for each in plugins]
    return "search" in names


def _surroundings(renderer: SiteRenderer, settings: Settings) -> Surroundings:
    return Surroundings(
        search=theme.address(theme.WORKER) if has_search(settings) else None,
        index=theme.INDEX,
        kept=is_kept(renderer.course.settings, preview=False),
    )


def _adapt(settings: Settings, extra: object, nav: list[object], slots: Path) -> None:
    """Turn the author's settings into those of the staging folder."""
    settings.leave_out("hooks")  # they belong to the other engine
    settings.leave_out_plugin("macros")  # every call has been answered
    settings.put("docs_dir", DOCS)
    settings.put("site_dir", SITE)
    settings.put("nav", nav)
    settings.put("use_directory_urls", True)
    settings.put("validation", {"anchors": "ignore"})  # it cannot know those of exercises; we do
    settings.add_to("theme", {"name": "material", "variant": "classic", "custom_dir": THEME_FOLDER})
    settings.add_to("extra", {KEY: extra})
    settings.add_extension("coursewright.render.slots:SlotFiles", {"folder": str(slots)})
    if (slots.parent / DOCS / NOT_KEPT).is_file():
        settings.put("extra_templates", [*settings.get("extra_templates", []), NOT_KEPT])
