// The button that calls somebody, on every page of a test. With this file the call goes out while the page stays as it is,
// the page learns when somebody comes, and when staff stop, lengthen or end the test. Without it the button sends its form.
const most = 8000;
let part = document.getElementById("call");
const { url, attempt, lost, held } = part.dataset;
let known = { ...part.dataset };
let failures = 0;
let timer;

const ask = async (body) => {
  const control = new AbortController();
  const limit = setTimeout(() => control.abort(), most);
  try {
    return await fetch(url, {
      body, method: body ? "POST" : "GET", credentials: "same-origin", cache: "no-store", signal: control.signal,
    });
  } finally {
    clearTimeout(limit);
  }
};

// Staff did something. An item with a clock is made anew with what is chosen on it; any other page anew.
const start = () => {
  const form = document.getElementById("item");
  if (!form || !document.getElementById("clock") || known.state !== "in-progress") {
    location.assign(attempt);
    return;
  }
  const button = document.createElement("button");
  button.name = "go";
  button.value = "keep";
  button.hidden = true;
  form.append(button);
  document.body.classList.remove("held");
  form.requestSubmit(button);
};

const hold = () => {
  if (!document.getElementById("item")) location.assign(attempt);
  document.body.classList.add("held");
  part.scrollIntoView({ block: "center" });
};

const show = (fresh) => {
  const before = known;
  known = { ...fresh.dataset };
  if (known.state !== before.state && known.state === "paused") hold();
  else if (known.state !== before.state || known.allowed !== before.allowed) return start();
  // The item's own button stays: it sends the item's form along.
  const isCalled = !!fresh.querySelector(".coming");
  if (isCalled === !!part.querySelector(".coming")) return;
  if (isCalled) for (const child of [...part.children]) child.hidden = true;
  else for (const child of [...part.children]) child.classList.contains("coming") ? child.remove() : (child.hidden = false);
  if (isCalled) part.append(fresh.querySelector(".coming"));
  if (!isCalled && !part.children.length) part.append(...fresh.children);
};

const tell = (text) => {
  let line = document.getElementById("call-note");
  if (!line && text) {
    line = document.createElement("p");
    line.id = "call-note";
    line.setAttribute("role", "status");
    part.after(line);
  }
  if (line && line.textContent !== text) line.textContent = text;
};

const look = async (body) => {
  clearTimeout(timer);
  try {
    const answer = await ask(body);
    failures = 0;
    const text = answer.ok ? await answer.text() : "";
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("call");
    // Moved, ended or void: the attempt's own address says which.
    if (!fresh && answer.status < 500) return location.assign(attempt);
    if (fresh) show(fresh);
    tell(document.body.classList.contains("held") ? held : "");
  } catch {
    failures += 1;
    // One miss is nothing: a tablet changes its access point.
    if (failures > 1) tell(lost);
  }
  timer = setTimeout(look, Number(part.dataset.every) * 1000);
};

part.addEventListener("click", (event) => {
  const button = event.target.closest("[data-call]");
  if (!button) return;
  event.preventDefault();
  const token = button.form.elements.token.value;
  look(new URLSearchParams({ token, from: url }));
});
timer = setTimeout(look, Number(part.dataset.every) * 1000);
