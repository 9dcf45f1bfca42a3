// The board with a script: looks every few seconds while somebody can see it, changes only the lines that changed, says new
// calls aloud once, and tells when the connection is lost. Without this file the page comes again by itself.
const board = document.getElementById("board");
const news = document.getElementById("board-news");
const trouble = document.getElementById("board-trouble");
const { url, every } = board.dataset;
const title = document.title;
const most = 8000;
let tag = board.dataset.tag;
let failures = 0;
let timer;
let isPressed = false;

// Nothing moves under a finger or a mouse button that is down: the click would be lost.
addEventListener("pointerdown", () => { isPressed = true; });
for (const name of ["pointerup", "pointercancel", "blur"]) addEventListener(name, () => { isPressed = false; });

const keyed = (node) => [...node.children].every((child) => child.id) && node.children.length > 0;

// Brings one node to what a fresh one is, and leaves alone whatever is the same: focus and place of reading stay.
const patch = (old, fresh) => {
  if (old.isEqualNode(fresh)) return;
  if (old.tagName !== fresh.tagName || !keyed(old) || !keyed(fresh)) {
    old.replaceWith(fresh);
    return;
  }
  const isOpen = old.hasAttribute("open");
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const name of fresh.getAttributeNames()) old.setAttribute(name, fresh.getAttribute(name));
  if (isOpen) old.setAttribute("open", "");
  patchChildren(old, fresh);
};

const patchChildren = (old, fresh) => {
  const known = new Map([...old.children].map((child) => [child.id, child]));
  let last = null;
  for (const wanted of [...fresh.children]) {
    const found = known.get(wanted.id);
    known.delete(wanted.id);
    if (found) patch(found, wanted);
    const node = found?.isConnected ? found : found ? old.querySelector(`#${wanted.id}`) : wanted;
    const next = last ? last.nextElementSibling : old.firstElementChild;
    if (node !== next) old.insertBefore(node, next);
    last = node;
  }
  for (const gone of known.values()) gone.remove();
};

const calls = () => new Map([...board.querySelectorAll("[data-news]")].map((line) => [line.id, line]));

const show = (text) => {
  const fresh = new DOMParser().parseFromString(`<div>${text}</div>`, "text/html").body.firstElementChild;
  const before = calls();
  const focus = board.contains(document.activeElement) ? document.activeElement.id : "";
  // The folded list keeps its state, wherever it stands.
  const left = document.getElementById("left");
  if (left?.open) fresh.querySelector("#left")?.setAttribute("open", "");
  patchChildren(board, fresh);
  if (focus && document.activeElement.id !== focus) document.getElementById(focus)?.focus({ preventScroll: true });
  const now = calls();
  const added = [...now].filter(([id]) => !before.has(id)).map(([, line]) => line);
  for (const line of added) line.classList.add("new");
  if (added.length) news.textContent = added.map((line) => line.dataset.news).join(". ");
  document.title = now.size ? `(${now.size}) ${title}` : title;
};

const look = async () => {
  const control = new AbortController();
  const limit = setTimeout(() => control.abort(), most);
  try {
    const answer = await fetch(url, {
      headers: { "If-None-Match": tag }, credentials: "same-origin", cache: "no-store", signal: control.signal,
    });
    // Locked or signed out: what stands here is not for whoever comes by.
    if (answer.status === 401 || answer.status === 403) return location.reload();
    if (answer.status !== 304 && !answer.ok) throw new Error(answer.status);
    const text = answer.status === 304 ? "" : await answer.text();
    failures = 0;
    trouble.hidden = true;
    board.classList.remove("old");
    if (text && !isPressed) {
      show(text);
      tag = answer.headers.get("ETag");
    }
  } catch {
    failures += 1;
    if (failures > 1) {
      trouble.hidden = false;
      board.classList.add("old");
    }
  } finally {
    clearTimeout(limit);
  }
  if (!document.hidden) timer = setTimeout(look, every * 1000);
};

document.addEventListener("visibilitychange", () => {
  clearTimeout(timer);
  if (!document.hidden) look();
});
const first = calls();
if (first.size) document.title = `(${first.size}) ${title}`;
timer = setTimeout(look, every * 1000);
