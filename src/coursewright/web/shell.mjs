/**
 * What surrounds a page: the menu on a small screen, light or dark, the search, and what is folded
 * when a page is printed. Each is there without this script as well, but for the search.
 */

const NARROW = matchMedia("(max-width: 76.234375em)"); // where the menu is a drawer

const all = (selector) => [...document.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);

/** The menu as a drawer: what is behind it rests, Escape closes it, and the focus goes back. */
function wireMenu() {
  const toggle = one("#__drawer");
  const opener = one("button.cw-menu-button");
  const menu = one("#cw-menu");
  if (!toggle || !opener || !menu) return;
  const behind = all(".md-header, .md-content, .md-footer, .md-skip");
  const set = (open) => {
    if (toggle.checked === open) return;
    toggle.checked = open;
    opener.setAttribute("aria-expanded", String(open));
    for (const part of behind) part.inert = open;
    (open ? one(".cw-nav__close") : opener).focus();
  };
  opener.addEventListener("click", () => set(true));
  one("button.cw-nav__close").addEventListener("click", () => set(false));
  one(".md-overlay").addEventListener("click", (event) => {
    event.preventDefault();
    set(false);
  });
  addEventListener("keydown", ({ key }) => key === "Escape" && set(false));
  addEventListener("pageshow", () => set(false)); // as it was left, after «Back»
  NARROW.addEventListener("change", () => set(false));
}

/** Light or dark: each scheme has the button that leads on to the next one. */
function wireSchemes() {
  const { body } = document;
  const buttons = all("button[data-scheme]");
  const show = () => {
    for (const button of buttons) button.hidden = button.dataset.scheme !== body.dataset.mdColorScheme;
  };
  buttons.forEach((button, index) => {
    const { scheme } = buttons[(index + 1) % buttons.length].dataset;
    button.addEventListener("click", () => {
      body.dataset.mdColorScheme = scheme;
      window.__md_set("__palette", { color: { scheme } });
      show();
      buttons.find(({ hidden }) => !hidden)?.focus();
    });
  });
  show();
}

/** The search is fetched when it is first asked for. */
function wireSearch() {
  const button = one(".cw-search-button");
  button?.addEventListener("click", async () => {
    const { openSearch } = await import("./search.mjs");
    openSearch(button);
  });
}

/** On paper nothing can be unfolded. */
function unfoldOnPaper() {
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = all(".md-content details:not([open])");
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded.splice(0)) details.open = false;
  });
}

/** What is wider than its place can be scrolled by keyboard, too. */
function letScroll() {
  for (const block of all(".md-typeset :is(pre, pre > code, table:not([class]))")) {
    if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
    else block.removeAttribute("tabindex");
  }
}

wireMenu();
wireSchemes();
wireSearch();
unfoldOnPaper();
letScroll();
addEventListener("resize", letScroll);
