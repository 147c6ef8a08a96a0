/**
 * The two sorts of search index that a site's builder may have written. Each comes with a worker of
 * its own, which is set up, asked and understood in its own way.
 *
 * A sort: setup(index), query(text), and entries(items, index) → for each page that was found a list
 * of its places [{title, text, location, score}].
 */

const pageOf = (location) => location.split("#")[0];

/** An entry that names the page, even where only another place of it was found. */
const last = (entry) => ({ ...entry, score: -Infinity });

/** Entries in `docs`, searched by their words as lunr bends them. */
const WITH_ENTRIES = {
  setup: ({ config, docs }) => ({ config, docs, options: { suggest: false } }),
  query: (text) => text,
  entries: (items) => items,
};

/** Entries in `items`, of which the worker gives numbers, the best first. */
const WITH_NUMBERS = {
  setup: (index) => index,
  query: (input) => ({
    input,
    filter: { input: { type: "operator", data: { operator: "and", operands: [] } }, aggregation: { input: [] } },
  }),
  entries(found, { items }) {
    const pages = new Map();
    found.forEach(({ id }, place) => {
      const page = pageOf(items[id].location);
      if (!pages.has(page)) pages.set(page, items.filter(({ location }) => location === page).map(last));
      pages.get(page).push({ ...items[id], score: -place });
    });
    return [...pages.values()];
  },
};

/** The sort of an index. */
export const sortOf = (index) => (index.items ? WITH_NUMBERS : WITH_ENTRIES);
