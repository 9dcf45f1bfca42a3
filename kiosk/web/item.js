// The item page with a script: the clock runs, a double tap sends once, and at the end of time the answer goes in by
// itself. Without this file everything works; the minutes then are those of the moment the page was served.
const form = document.getElementById("item");
const clock = document.getElementById("clock");

// Less than a glance, in milliseconds: a tap so soon was the second half of a double tap on the page before.
const glance = 600;
let sent = false;
form.addEventListener("submit", (event) => {
  if (!location.hash && event.submitter?.name === "tap" && performance.now() < glance) {
    event.preventDefault();
    return;
  }
  if (sent) event.preventDefault();
  sent = true;
});
// A page that comes back out of the browser's memory may be sent again.
addEventListener("pageshow", () => { sent = false; });

if (clock) {
  const granted = Number(clock.dataset.remaining);
  const longest = Number(clock.dataset.longest);
  const start = performance.now();

  // What is said at each quarter, by the quarters that are left.
  const said = document.getElementById("time-said");
  const words = said && { 1: said.dataset.quarter, 2: said.dataset.half, 3: said.dataset.threeQuarters };
  const quarters = (left) => Math.ceil(left * 4 / Number(said.dataset.allowed));
  let known = said && quarters(granted);
  const tell = (left) => {
    const now = quarters(left);
    if (now < known && words[now]) said.textContent = words[now];
    known = now;
  };

  const tick = () => {
    // Staff have stopped the test: the clock stands, and the page is made anew afterwards.
    if (document.body.classList.contains("held")) return;
    const served = performance.now() - start;
    const left = granted - Math.min(served, longest);
    if (left <= 0) {
      form.requestSubmit(form.querySelector("button[name=go][value=next]"));
      return;
    }
    if (said && left > 0) tell(left);
    const minutes = Math.ceil(left / 60000);
    const words = minutes <= 1 ? clock.dataset.last : clock.dataset.minutes.replace("{n}", minutes);
    const text = served >= longest ? clock.dataset.paused : words;
    if (clock.textContent !== text) clock.textContent = text;
    if (served < longest) setTimeout(tick, 1000);
  };
  tick();
}
