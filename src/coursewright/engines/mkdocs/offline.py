"""MkDocs' part in use without a net: the page for pages that are not kept, and the preview."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from coursewright.core.course import Settings
from coursewright.render.finishing import is_kept
from coursewright.render.offline import NOT_KEPT

PREVIEW = "assets/coursewright/preview.js"


def prepare(config: MkDocsConfig, settings: Settings, *, preview: bool) -> None:
    """Have MkDocs make the page that stands for one that is not kept."""
    if is_kept(settings, preview=preview):
        config.theme.static_templates.add(NOT_KEPT)


def leave_out_preview(files: Files, *, preview: bool) -> None:
    """Take out what is for a preview only."""
    script = files.get_file_from_path(PREVIEW)
    if script and not preview:
        files.remove(script)
