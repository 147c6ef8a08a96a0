/**
 * <cw-offline data-ready data-full>: says that the course can be used without a net, when the
 * worker has found every file on the phone, and, where there are words for it, that the phone is
 * full. Says nothing else.
 */
class Offline extends HTMLElement {
  #news = ({ data }) => this.dataset.full && data?.coursewright === "full" && this.#say("full");

  connectedCallback() {
    navigator.serviceWorker.addEventListener("message", this.#news);
    this.#ask();
  }

  disconnectedCallback() {
    navigator.serviceWorker.removeEventListener("message", this.#news);
  }

  async #ask() {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => data === true && this.#say("ready");
    active.postMessage("all here?", [port2]);
  }

  #say(role) {
    if (this.querySelector(`[data-role="${role}"]`)) return;
    const line = document.createElement("span");
    line.dataset.role = role;
    line.textContent = this.dataset[role];
    this.append(line);
  }
}

if (!customElements.get("cw-offline")) customElements.define("cw-offline", Offline);
