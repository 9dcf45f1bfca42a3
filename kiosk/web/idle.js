// Nobody has touched the screen for a while: asks, and without an answer clears it, so that the next person meets the first
// page. Without this file the page asks on a page of its own.
const question = document.getElementById("idle");
const form = question.querySelector("form");
const ask = Number(question.dataset.ask) * 1000;
const clear = Number(question.dataset.clear) * 1000;
let seen = Date.now();

const stay = () => {
  seen = Date.now();
  if (question.open) question.close();
  question.hidden = true;
};

const leave = () => {
  for (const sound of document.querySelectorAll("audio, video")) {
    sound.pause();
    sound.removeAttribute("src");
  }
  for (const other of document.forms) other.reset();
  form.submit();
};

const look = () => {
  const still = Date.now() - seen;
  if (still >= ask + clear) return leave();
  if (still >= ask && !question.open) {
    question.hidden = false;
    if (question.showModal) question.showModal();
    question.querySelector("[data-stay]").focus();
  }
  setTimeout(look, 500);
};

// What is read aloud is listened to: its beginning and its end count as a touch.
for (const kind of ["pointerdown", "keydown", "input", "wheel", "touchstart", "play", "ended"]) {
  addEventListener(kind, () => { if (!question.open) seen = Date.now(); }, { capture: true, passive: true });
}
question.addEventListener("cancel", stay);
question.addEventListener("click", (event) => {
  // Beside the question is an answer too.
  if (event.target === question || event.target.closest("[data-stay]")) stay();
});
// A page out of the browser's memory may be another person's: it is asked for anew.
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
setTimeout(look, 500);
