"""The files of ours that every site carries, whichever program builds it."""

import json
from collections.abc import Collection, Iterator

from coursewright.core.ledger import make_ledger
from coursewright.render import assets
from coursewright.render.finishing import LEDGER
from coursewright.render.offline import MANIFEST, make_manifest
from coursewright.render.reading import reading_files
from coursewright.render.site import SiteRenderer
from coursewright.render.site_values import THEME


def site_files(
    renderer: SiteRenderer, left_out: Collection[str] = ()
) -> Iterator[tuple[str, bytes]]:
    """Give (address in the site, content): scripts, styles, fonts, words, ledger and manifest.

    left_out: addresses of scripts and styles that this site does without.
    """
    styles = sorted((THEME / assets.FOLDER).glob("*.css"))
    own = [(f"{assets.FOLDER}/{path.name}", assets.lean(path)) for path in styles]
    for address, content in (*assets.files_for_site(renderer.kinds), *own):
        if address not in left_out:
            yield address, content
    yield from assets.word_files(renderer.kinds, renderer.language)
    for name, data in reading_files(renderer.language):
        yield f"{assets.FOLDER}/{name}", data
    ledger = json.dumps(make_ledger(renderer.course), ensure_ascii=False, indent=1)
    yield LEDGER, ledger.encode()
    yield MANIFEST, make_manifest(renderer.course.settings).encode()
