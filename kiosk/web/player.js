// Reading aloud with a script: one large button, words marked while they are spoken, quiet at a touch elsewhere. Without this
// file the browser's own player stands there, with the same sound.
const player = document.getElementById("player");
const voice = document.getElementById("voice");
const hear = document.getElementById("hear");
const slower = document.getElementById("slower");
const note = document.getElementById("player-note");
const form = document.getElementById("voice-choice");
const listen = hear?.querySelector("span").textContent;
const slowWord = slower?.textContent;
let track = null;
let places = [];

const silent = () => { note.textContent = player.dataset.silent; };

// Every word on the page in its order, with where it stands.
const wordsOfPage = () => {
  const words = [];
  const walker = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const match of walker.currentNode.data.matchAll(/\S+/g)) {
      words.push({ text: match[0], node: walker.currentNode, from: match.index, to: match.index + match[0].length });
    }
  }
  return words;
};

// Lays the lines that are spoken upon the page, each behind the one before; what is not found is heard all the same.
const lay = (lines) => {
  const page = wordsOfPage();
  const laid = [];
  let next = 0;
  for (const line of lines) {
    const words = line.text.split(" ");
    const fits = (at) => words.every((word, index) => page[at + index]?.text === word);
    let at = next;
    while (at < page.length && !fits(at)) at += 1;
    if (at >= page.length) continue;
    next = at + words.length;
    if (line.words.length !== words.length) {
      laid.push({ at: line.from, to: line.to, words: page.slice(at, next) });
      continue;
    }
    words.forEach((_, index) => laid.push({
      at: line.words[index], to: line.words[index + 1] ?? line.to, words: [page[at + index]],
    }));
  }
  return laid;
};

const mark = () => {
  if (!globalThis.CSS?.highlights) return;
  const now = voice.currentTime * 1000;
  const place = voice.paused ? null : places.findLast((place) => place.at <= now);
  if (!place || now > place.to + 400) return CSS.highlights.delete("spoken");
  const ranges = place.words.filter((word) => word.node.isConnected).map((word) => {
    const range = new Range();
    range.setStart(word.node, word.from);
    range.setEnd(word.node, word.to);
    return range;
  });
  CSS.highlights.set("spoken", new Highlight(...ranges));
  player.dataset.word = place.words[0].text;
};

const follow = () => {
  mark();
  if (!voice.paused) requestAnimationFrame(follow);
};

const keep = (name, value) => {
  if (!form) return;
  const fields = new URLSearchParams(new FormData(form));
  fields.set(name, value);
  fetch(form.action, { method: "POST", body: fields, redirect: "manual" }).catch(() => {});
};

if (hear) {
  voice.controls = false;
  hear.hidden = false;
  slower.hidden = false;
  const label = () => {
    hear.querySelector("span").textContent =
      voice.paused ? (voice.currentTime > 0 ? hear.dataset.again : listen) : hear.dataset.stop;
  };
  const setSpeed = (isSlow) => {
    slower.setAttribute("aria-pressed", String(isSlow));
    slower.textContent = isSlow ? slower.dataset.usual : slowWord;
    voice.preservesPitch = true;
    voice.defaultPlaybackRate = voice.playbackRate = isSlow ? 0.75 : 1;
  };
  setSpeed(slower.getAttribute("aria-pressed") === "true");

  voice.addEventListener("play", async () => {
    label();
    follow();
    if (track) return;
    try {
      track = await (await fetch(player.dataset.track)).json();
      places = lay(track.lines);
    } catch { /* Heard without marks. */ }
  });
  voice.addEventListener("pause", label);
  voice.addEventListener("ended", () => { mark(); label(); });
  voice.addEventListener("error", silent);

  hear.addEventListener("click", () => {
    if (!voice.paused) return voice.pause();
    voice.currentTime = 0;
    voice.play().catch(silent);
  });
  slower.addEventListener("click", () => {
    const isSlow = slower.getAttribute("aria-pressed") !== "true";
    setSpeed(isSlow);
    keep("slow", isSlow ? "yes" : "no");
  });
  addEventListener("pointerdown", (event) => {
    if (!player.contains(event.target)) voice.pause();
  });
  // Going on must not lose an answer that is chosen and not sent yet: the choice is kept without leaving the page.
  form?.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.name !== "first") return;
    event.preventDefault();
    const speaks = button.value === "yes";
    keep("first", button.value);
    button.value = speaks ? "no" : "yes";
    button.setAttribute("aria-pressed", String(speaks));
    if (speaks && voice.paused) voice.play().catch(silent);
    if (!speaks) voice.pause();
  });
}
