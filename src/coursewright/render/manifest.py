"""What a phone needs to know to put the course on its home screen."""

from coursewright.core.course import Course
from coursewright.render import markdown


def make_manifest(course: Course) -> dict[str, object]:
    """Give the web app manifest; its addresses are seen from the folder of our own files."""
    title = markdown.plain(course.settings.title)
    return {
        "name": title,
        "short_name": title,
        "lang": course.settings.language,
        "start_url": "../../",
        "scope": "../../",
        "display": "standalone",
        "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }
