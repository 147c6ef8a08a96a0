/**
 * <cw-my-data>: the reader's answers as a whole. A copy out of this browser, a copy into it, that
 * taken back, and everything wiped.
 */
import { formatDate } from "./dates.mjs";
import { box, fill } from "./messages.mjs";
import { canSeal, normal, SHORTEST, unseal } from "./sealing.mjs";
import { stampCopy } from "./stamps.mjs";
import { Wiped } from "./store.mjs";
import { atRest, WholeAnswers } from "./whole.mjs";

// What is only needed for a copy comes after what is seen, and before the net may have gone.
const copies = () => import("./copies.mjs");
const handing = () => import("./handing.mjs");
const previews = () => import("./copy-preview.mjs");
const fetchAll = () => Promise.all([copies(), handing(), previews()]).catch(() => {});

class MyData extends WholeAnswers {
  #title;
  #known = new Set(); // exercises of this edition
  #names = new Map(); // ids they had earlier → ids now
  #copy = null; // what was brought, while the reader is asked about it
  #busy = false;

  prepare({ title, known }) {
    [this.#title, this.#known] = [title, new Set(Object.keys(known))];
    const earlier = Object.entries(known).flatMap(([now, was]) => was.map((id) => [id, now]));
    this.#names = new Map(earlier);
    this.#part("sealing").hidden = !canSeal();
    this.#part("no-sealing").hidden = canSeal();
  }

  listen(signal) {
    this.addEventListener("click", ({ target }) => this.#click(target), { signal });
    this.#part("file").addEventListener("change", (event) => this.#choose(event), { signal });
    this.#part("unseal-form").addEventListener("submit", (event) => this.#unseal(event), { signal });
    this.hidden = false;
  }

  hear({ wiped, state }) {
    if (wiped) this.#forget();
    if (state) this.#showEvicted();
    else this.draw();
  }

  /** Nothing that was typed or brought here stays on the page. */
  #forget() {
    this.#copy = null;
    for (const role of ["passphrase", "pasted", "tried"]) this.#part(role).value = "";
  }

  async look() {
    await atRest();
    fetchAll();
    try {
      this.#part("undo").hidden = !(await this.store.canUndo());
      this.#showAside((await this.store.everything()).setAside.length);
    } catch (error) {
      if (error instanceof Wiped) return this.draw();
    }
    this.#part("undo-text").textContent = this.words.undoText;
    this.#showEvicted();
  }

  /** Damaged answers cannot be shown, but go into every copy. */
  #showAside(count) {
    const line = this.#part("aside");
    line.textContent = fill(this.words.setAside, { count });
    line.hidden = !count;
  }

  /** Answers that the browser threw away: said where the reader looks first, with the way back. */
  #showEvicted() {
    document.querySelector(".cw-notice[data-role=evicted]")?.remove();
    if (!this.store.evicted) return;
    const { evicted, import: bringIn, noCopy } = this.words;
    const made = box("evicted", evicted, [
      [bringIn, () => this.#part("file").click()],
      [noCopy, () => this.store.settle()],
    ]);
    made.classList.add("cw-notice");
    made.setAttribute("role", "status");
    (document.querySelector(".cw-my-page") ?? this).before(made);
  }

  async #click(target) {
    const acts = {
      export: () => this.#export("handCopy"),
      seal: () => this.#seal(),
      copy: () => this.#export("handText"),
      import: () => this.#part("file").click(),
      paste: () => this.#paste(),
      "import-yes": () => this.#restore(),
      "import-no": () => this.#part("bring-in").close(),
      "unseal-no": () => this.#part("unseal").close(),
      undo: () => this.#undo(),
      keep: () => this.#keep(),
      clear: () => this.#ask(),
      "clear-no": () => this.#part("confirm").close(),
      "clear-yes": () => this.#clear(),
    };
    const act = target.closest?.("button[data-act]")?.dataset.act;
    if (Object.hasOwn(acts, act)) await this.#once(acts[act]);
  }

  /** One thing at a time: locking and opening take a moment, and a second tap is no second wish. */
  async #once(act) {
    if (this.#busy) return;
    this.#busy = true;
    try {
      await act();
    } finally {
      this.#busy = false;
    }
  }

  #part(role) {
    return this.querySelector(`[data-role="${role}"]`);
  }

  #button(act) {
    return this.querySelector(`button[data-act="${act}"]`);
  }

  /** Say it where the reader is: in the open dialog, else at the foot of the part. */
  #say(text) {
    const dialog = this.querySelector("dialog[open]");
    const region = dialog?.querySelector('[role="status"]') ?? this.#part("status");
    region.textContent = text;
    const { activeElement: focused, documentElement: root } = document;
    root.style.setProperty("--cw-told", `${this.#part("status").offsetHeight}px`);
    if (this.contains(focused)) focused.scrollIntoView({ block: "nearest" }); // not under what is said
  }

  /** how: a function of handing.mjs. */
  async #export(how, passphrase) {
    const given = handing().then((hand) => hand[how](this.store, this.#title, passphrase));
    const { outcome, isEmpty } = await given.catch(() => ({ outcome: "notSaved" }));
    if (outcome === "aborted") return this.#say("");
    this.#say([this.words[outcome], isEmpty && this.words.emptyCopy].filter(Boolean).join(" "));
  }

  async #seal() {
    const field = this.#part("passphrase");
    if ([...normal(field.value)].length < SHORTEST) {
      field.focus();
      return this.#say(this.words.tooShort);
    }
    await this.#export("handCopy", field.value);
    field.value = "";
  }

  #choose({ target }) {
    const [file] = target.files;
    if (file) this.#once(() => this.#lookInto(({ readFile }) => readFile(file)));
    target.value = ""; // so that the same file can be chosen again
  }

  async #paste() {
    const { value } = this.#part("pasted");
    if (!value.trim()) return this.#say(this.words.nothingPasted);
    await this.#lookInto(async () => value);
  }

  /** Look into what the reader brought, and ask before anything of it is used. read: gives its text. */
  async #lookInto(read) {
    this.#say("");
    try {
      const reading = await copies();
      this.#copy = await reading.readCopy(await read(reading), this.dataset.course);
      if (this.#copy.locked) this.#askPassphrase();
      else await this.#preview();
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** A NoCopy has its reason; anything else was not foreseen. */
  #refuse({ reason = "notRestored", values = {} }) {
    this.#say(fill(this.words[reason], values));
  }

  #askPassphrase() {
    if (!canSeal()) return this.#say(this.words.cannotUnseal);
    const date = formatDate(this.#copy.exported);
    this.#part("sealed").textContent = fill(this.words.sealed, { date });
    this.#part("refused").textContent = "";
    this.#part("unseal").showModal();
  }

  #unseal(event) {
    event.preventDefault();
    this.#once(async () => {
      const field = this.#part("tried");
      const text = await unseal(this.#copy.locked, field.value).catch(() => null);
      if (text === null) {
        this.#say(this.words.wrongPassphrase);
        return field.select();
      }
      field.value = "";
      this.#part("unseal").close();
      await this.#lookInto(async () => text);
    });
  }

  async #preview() {
    const { showPreview } = await previews();
    const here = await this.store.everything(this.#names);
    const dialog = this.#part("bring-in");
    showPreview(dialog, this.words, this.#copy, here, { names: this.#names, known: this.#known });
    dialog.showModal();
  }

  async #restore() {
    const { restored, nothingNew, notRestored } = this.words;
    let said = notRestored;
    try {
      const { exported } = this.#copy;
      const { came, wasEmpty } = await this.store.restore(this.#copy, this.#names);
      if (wasEmpty) stampCopy(this.dataset.course, await this.store.everything(), exported);
      said = Object.values(came).some(Boolean) ? restored : nothingNew;
      this.#part("pasted").value = "";
    } catch {
      // Nothing of it came in.
    }
    this.#copy = null;
    this.#part("bring-in").close(); // gives the focus back
    this.#say(said);
  }

  async #undo() {
    const { undone, notUndone } = this.words;
    const isBack = await this.store.undo().catch(() => false);
    this.#leaveUndo(isBack ? undone : notUndone);
  }

  async #keep() {
    await this.store.keep().catch(() => {});
    this.#leaveUndo(this.words.kept);
  }

  #leaveUndo(text) {
    this.#part("undo").hidden = true;
    this.#button("import").focus();
    this.#say(text);
  }

  #ask() {
    this.#part("told").textContent = "";
    this.#part("confirm").showModal();
  }

  async #clear() {
    const { cleared, notCleared } = this.words;
    const said = await this.store.clear().then(() => cleared, () => notCleared);
    this.#forget();
    this.#part("confirm").close(); // gives the focus back
    this.#say(said);
  }
}

if (!customElements.get("cw-my-data")) customElements.define("cw-my-data", MyData);
