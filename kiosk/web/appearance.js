// Larger letters or another ground at once, without loading the page again: what is chosen or typed on it stays. Without
// this file the two buttons are a form that leads back to the page.
const form = document.querySelector(".appearance");
const root = document.documentElement;
form.hidden = false;

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  body.append(button.name, button.value);
  // The page has changed already; a box that is away for a moment costs the next page's look only.
  fetch(form.action, { method: "POST", body, redirect: "manual", credentials: "same-origin" }).catch(() => {});

  const values = button.dataset.values;
  const chosen = values.indexOf(button.value);
  for (const value of values) root.classList.remove(`${button.name}-${value}`);
  if (chosen > 0) root.classList.add(`${button.name}-${values[chosen]}`);
  button.value = values[(chosen + 1) % values.length];
  button.querySelector("span").textContent = `: ${button.dataset.words.split("|")[chosen]}`;
});
