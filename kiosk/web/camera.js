// Reads slips with the desk's camera: sends one grey picture at a time to the box, which looks for symbols in it, and
// fills in and sends the form as a scanner would. The page works without this file; its sentences stand on the panel.
const panel = document.getElementById("camera");
const form = document.getElementById("check");
const [view, video, line] = [".view", "video", ".says"].map((part) => panel.querySelector(part));
const [open, close] = ["[data-open]", "[data-close]"].map((button) => panel.querySelector(button));
const canvas = document.createElement("canvas");
const context = canvas.getContext("2d", { willReadFrequently: true });

// What the box takes, in dots; the pause between two pictures and after "busy", and when to give up, in milliseconds.
const mostDots = 1_000_000;
const [pause, busyPause, rest] = [120, 700, 120_000];
// So many empty pictures, one after the other, before it is said that nothing is seen.
const patience = 8;
// Every other picture is made smaller: what is missed at one size, while nobody moves, is seen at another.
const sizes = [1, 0.84];

let stream = null;
const say = (what) => { line.textContent = panel.dataset[what]; };
const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const stop = () => {
  stream?.getTracks().forEach((track) => track.stop());
  stream = video.srcObject = null;
  view.hidden = close.hidden = true;
  open.hidden = false;
};

// A binary PGM whose comment is the form token.
const picture = (size) => {
  const [wide, high] = [video.videoWidth, video.videoHeight];
  const scale = size * Math.min(1, Math.sqrt(mostDots / (wide * high)));
  const [width, height] = [Math.floor(wide * scale), Math.floor(high * scale)];
  [canvas.width, canvas.height] = [width, height];
  context.drawImage(video, 0, 0, width, height);
  const colours = context.getImageData(0, 0, width, height).data;
  const head = new TextEncoder().encode(`P5\n# ${form.elements.token.value}\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + width * height);
  bytes.set(head);
  for (let from = 0, to = head.length; to < bytes.length; from += 4, to += 1) {
    bytes[to] = (colours[from] * 77 + colours[from + 1] * 150 + colours[from + 2] * 29) >> 8;
  }
  return bytes;
};

// What the box says to a picture: its lines, or one word about why there are none.
const ask = async (bytes) => {
  try {
    const headers = { "Content-Type": "application/octet-stream" };
    const answer = await fetch(panel.dataset.frames, { method: "POST", headers, body: bytes });
    if (answer.ok) return (await answer.text()).split("\n");
    return [{ 401: "ended", 403: "ended", 429: "waiting", 503: "waiting" }[answer.status] ?? "broken"];
  } catch {
    return ["waiting"];
  }
};

// Looks until something is found or nobody holds anything before the camera any more.
const look = async (ours) => {
  let [turn, empty, broken, since] = [0, 0, 0, performance.now()];
  while (stream === ours) {
    if (!video.videoWidth) { await sleep(pause); continue; }
    const [what, first, second] = await ask(picture(sizes[turn % sizes.length]));
    turn += 1;
    if (stream !== ours) return;
    empty = what === "nothing" ? empty + 1 : 0;
    broken = what === "broken" ? broken + 1 : 0;
    if (what === "slip") {
      form.elements.slip.value = first;
      if (second) form.elements.holder.value = second;
      stop();
      say("slip");
      form.requestSubmit ? form.requestSubmit() : form.submit();
      return;
    }
    if (what === "card") form.elements.holder.value = first;
    if (what === "ended" || broken > 2) { stop(); say(what); return; }
    if (what !== "nothing" && what !== "broken") say(what);
    if (empty >= patience) say("nothing");
    if (performance.now() - since > rest) { stop(); say("resting"); return; }
    await sleep(what === "waiting" || what === "broken" ? busyPause : pause);
  }
};

const begin = async () => {
  say("opening");
  open.hidden = true;
  try {
    const wish = { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } };
    stream = await navigator.mediaDevices.getUserMedia({ video: wish, audio: false });
  } catch (error) {
    open.hidden = false;
    say({ NotAllowedError: "forbidden", SecurityError: "forbidden", NotFoundError: "missing",
      OverconstrainedError: "missing" }[error.name] ?? "taken");
    return;
  }
  const ours = stream;
  // Pulled out amid looking.
  ours.getTracks()[0].addEventListener("ended", () => { if (stream === ours) { stop(); say("missing"); } });
  video.srcObject = ours;
  view.hidden = close.hidden = false;
  await video.play();
  say("looking");
  look(ours);
};

if (window.isSecureContext && navigator.mediaDevices) {
  open.hidden = false;
  open.addEventListener("click", begin);
  close.addEventListener("click", () => { stop(); line.textContent = ""; });
  // A page that is left lets the camera go.
  window.addEventListener("pagehide", stop);
} else {
  say("insecure");
}
