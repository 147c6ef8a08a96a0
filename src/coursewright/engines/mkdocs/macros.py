"""The first door: what hand-written pages can place with `{{ … }}`."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup
from mkdocs.utils import get_relative_url
from mkdocs_macros import context

from coursewright.engines.mkdocs.session import SESSION, Session
from coursewright.render.calls import MACROS


def spare_git() -> None:
    """Keep the plug-in from asking git twelve times at every start and every save.

    A page could only show what git said by something else than a plain call, which is refused.
    """
    context.get_git_info = dict


def define_env(env: Any) -> None:
    """Register our macros with the mkdocs-macros plug-in.

    env: the plug-in; it knows the page being written and the site's settings. The session
    stands in the settings, where the build hook puts it before any page is written.
    """
    for name in MACROS:
        env.macro(_macro(env, name), name)


def _macro(env: Any, name: str) -> Callable[..., str]:
    def call(*words: str) -> str:
        session: Session = env.conf.extra[SESSION]
        if session.renderer is None:
            raise RuntimeError("the build hook (hooks/build.py) is missing from mkdocs.yml")
        page = env.page
        if name == "my_page" and session.my_page is None:
            session.my_page = page
        placement = session.placement(page.file.src_uri, root_of(page.url))
        html: Markup = getattr(session.renderer, name)(placement, *words)
        return session.slot(html)

    return call


def root_of(url: str) -> str:
    """Give the way from a page's address to the site's root: "a/b/" → "../../", "" → "./"."""
    way = get_relative_url(".", url).rstrip("/")
    return f"{way or '.'}/"
