"""`python -m coursewright.testing SITE`: opens every page of a built site, and says what is wrong.

Ends with 0 where nothing is, 1 where something is, 2 without a site, a browser or what it takes to
drive one. Needs the extra coursewright[testing] and an installed Chromium or Chrome.
"""

import sys
from pathlib import Path

from coursewright.testing.built_site import look_at_site
from coursewright.testing.chromium import NoChromium


def main(arguments: list[str]) -> int:
    """Look at the site in a folder, tell what was found, and give the exit code."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "index.html").is_file():
        print(__doc__, file=sys.stderr)
        return 2
    try:
        found = look_at_site(Path(arguments[0]))
    except (ImportError, NoChromium) as error:
        print(error, file=sys.stderr)
        return 2
    for way, wrong in found.items():
        for line in wrong:
            print(f"{way or 'index.html'}: {line}")
    bad = sum(map(bool, found.values()))
    print(f"{len(found)} pages, {bad} with something wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
