"""What the browser has stored, read past our own code."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from coursewright.testing.page import COURSE

if TYPE_CHECKING:
    from playwright.sync_api import Page

_READ = """async (name) => {
  const known = (await indexedDB.databases()).some((database) => database.name === name);
  if (!known) return {};
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await done(indexedDB.open(name));
  const found = {};
  for (const store of database.objectStoreNames) {
    found[store] = await done(database.transaction(store).objectStore(store).getAll());
  }
  database.close();
  return found;
}"""


def read_store(page: "Page", course: str = COURSE) -> dict[str, list[Any]]:
    """Read the answer store: object store's name → its records.

    It equals {} as long as the database is not there, which may be until the first answer; a store
    that is not there reads as an empty list.
    """
    return defaultdict(list, page.evaluate(_READ, f"coursewright:{course}"))
