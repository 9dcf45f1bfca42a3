// A keyboard on the screen below a field: letters with Vietnamese marks, or big digits. A button with words opens it; any other
// keyboard goes on working. A citizen's number is said back in words, and what cannot be right is said at once.
// Without this file the fields are plain fields.
const host = document.getElementById("keyboard");
const words = host.dataset;
const engine = import(document.querySelector('script[src*="/vietnamese"]').src);
const fields = [...document.querySelectorAll("[data-keys]:not(:disabled)")];
const rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const marked = "ăâđêôơư";
const names = words.digits.split(" ");
let typed = (text, key) => text + key;
let toned = (text) => text;
let field = null;
let method = "tapped";
let isBig = false;

const make = (tag, className, text, more = {}) => {
  const part = Object.assign(document.createElement(tag), { className, textContent: text });
  for (const [name, value] of Object.entries(more)) part.setAttribute(name, value);
  return part;
};
const key = (text, press, className = "", label = "") => {
  const button = make("button", `button key ${className}`, text, { type: "button", ...(label && { "aria-label": label }) });
  // The field keeps the cursor.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", press);
  return button;
};
const plainDigits = (text) => text.normalize("NFKC").replace(/\D/g, "");
const isNumber = (one) => ["digits", "citizen", "year"].includes(one.dataset.keys);
const labelOf = (one) => (one.labels[0]?.textContent || "").trim();

// Writing

const halves = () => {
  const [start, end] = [field.selectionStart, field.selectionEnd];
  return [field.value.slice(0, start), field.value.slice(end), start !== end];
};
const put = (before, after) => {
  if (field.maxLength > 0 && before.length + after.length > field.maxLength) return;
  field.value = before + after;
  field.setSelectionRange(before.length, before.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
const press = (sign) => {
  const [before, after] = halves();
  put(typed(before, isBig ? sign.toUpperCase() : sign, method), after);
  setBig(isNameStart());
};
const erase = () => {
  const [before, after, isSelected] = halves();
  put(isSelected ? before : [...before.normalize("NFC")].slice(0, -1).join(""), after);
  setBig(isNameStart());
};
const isNameStart = () => field.dataset.keys === "name" && /(^|\s)$/.test(halves()[0]);
const setBig = (value) => {
  isBig = value;
  for (const button of host.querySelectorAll("[data-letter]")) {
    button.textContent = isBig ? button.dataset.letter.toUpperCase() : button.dataset.letter;
  }
  host.querySelector("[data-shift]")?.setAttribute("aria-pressed", String(isBig));
};

// Drawing

const row = (className, keys) => {
  const line = make("div", `keys ${className}`, "");
  line.append(...keys);
  return line;
};
const letter = (sign) => {
  const button = key(sign, () => press(sign));
  button.dataset.letter = sign;
  return button;
};
const digit = (sign) => key(sign, () => press(sign));
const methodKey = (name) => {
  const button = key(words[name], () => { method = name; draw(); }, "method");
  button.setAttribute("aria-pressed", String(method === name));
  return button;
};
const toneKeys = () => {
  // The keys' places are those of the engine: grave, hook, tilde, acute, dot.
  return words.tones.split("|").map((text, index) => key(text, () => {
    const [before, after] = halves();
    put(toned(before, index + 1), after);
  }, "tone"));
};
const foot = () => {
  const shift = key(words.shift, () => setBig(!isBig), "wide");
  shift.dataset.shift = "";
  return row("foot-keys", [
    shift, key(words.space, () => press(" "), "space"), key(words.erase, erase, "wide"), key(words.close, close, "wide main"),
  ]);
};
const letters = () => {
  const help = { telex: words.telexHelp, vni: words.vniHelp }[method];
  const parts = [row("methods", ["tapped", "telex", "vni"].map(methodKey))];
  parts[0].setAttribute("role", "group");
  parts[0].setAttribute("aria-label", words.methods);
  if (help) parts.push(make("p", "keys-help", help));
  if (method === "vni" || field.dataset.keys === "text") parts.push(row("ten", [..."1234567890"].map(digit)));
  const alphabet = make("div", "alphabet", "");
  alphabet.append(...rows.map((line) => row("ten", [...line].map(letter))));
  if (method === "tapped") alphabet.append(row("ten", [...marked].map(letter)));
  parts.push(alphabet);
  if (method === "tapped") parts.push(row("tones", toneKeys()));
  return [...parts, foot()];
};
const digits = () => {
  const pad = row("pad-keys", [..."123456789"].map(digit));
  pad.append(key(words.erase, erase, "wide"), digit("0"), key(words.close, close, "wide main"));
  return [pad];
};
const draw = () => {
  const line = make("p", "keyed", "", { "aria-hidden": "true" });
  const told = make("p", "told", "", { "aria-hidden": "true" });
  host.replaceChildren(make("p", "keys-label", labelOf(field), { "aria-hidden": "true" }), line, told,
    ...(isNumber(field) ? digits() : letters()));
  host.classList.toggle("numbers", isNumber(field));
  host.setAttribute("aria-label", `${words.name}: ${labelOf(field)}`);
  setBig(isNameStart());
  echo();
};
const grouped = (one) => {
  const size = one.dataset.keys === "citizen" ? 3 : one.id === "slip" ? 4 : 0;
  return size && /^\d+$/.test(one.value) ? one.value.match(new RegExp(`.{1,${size}}`, "g")).join(" ") : one.value;
};
const echo = () => {
  const line = host.querySelector(".keyed");
  if (!line || !field) return;
  const text = field.type === "password" ? "•".repeat(field.value.length) : grouped(field);
  line.textContent = text || words.empty;
  line.classList.toggle("blank", !text);
  const read = readers.get(field);
  host.querySelector(".told").textContent = read?.textContent || "";
  host.querySelector(".told").classList.toggle("wrong", !!read?.classList.contains("wrong"));
};

// Opening

const openers = new Map();
// Of citizens' numbers: the line that says them back.
const readers = new Map();
const close = () => {
  if (!field) return;
  const closed = field;
  host.hidden = true;
  document.body.classList.remove("typing");
  openers.get(closed).setAttribute("aria-expanded", "false");
  closed.inputMode = closed.dataset.mode;
  field = null;
  openers.get(closed).focus();
};
const open = (one) => {
  if (field === one) return close();
  close();
  field = one;
  // The system's own keyboard would lie over this one.
  one.inputMode = "none";
  openers.get(one).setAttribute("aria-expanded", "true");
  (one.closest(".typed-row") || openers.get(one)).after(host);
  host.hidden = false;
  document.body.classList.add("typing");
  one.focus();
  one.setSelectionRange(one.value.length, one.value.length);
  draw();
  one.scrollIntoView({ block: getComputedStyle(host).position === "fixed" ? "start" : "center" });
};

for (const one of fields) {
  one.dataset.mode = one.inputMode;
  const opener = make("button", "button open-keys", isNumber(one) ? words.openDigits : words.openLetters,
    { type: "button", "aria-expanded": "false", "aria-controls": "keyboard" });
  opener.addEventListener("click", () => open(one));
  openers.set(one, opener);
  if (one.closest("label")) one.closest("label").after(opener);
  else {
    const line = make("div", "typed-row", "");
    // A field that is moved loses the focus, and a scanner types where the focus is.
    const wasChosen = document.activeElement === one;
    one.replaceWith(line);
    line.append(one, opener);
    if (wasChosen) one.focus();
  }
  // With Telex or VNI chosen here, a keyboard without an input method of its own types them too.
  one.addEventListener("beforeinput", (event) => {
    if (one !== field || isNumber(one) || method === "tapped" || event.inputType !== "insertText") return;
    if (event.isComposing || [...(event.data || "")].length !== 1) return;
    event.preventDefault();
    const [before, after] = halves();
    put(typed(before, event.data, method), after);
  });
}
host.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

// A citizen's number in words, and what cannot be right

const fault = (text) => {
  const number = plainDigits(text);
  if (/[^\d\s.-]/.test(text.normalize("NFKC"))) return words.wrongLetters;
  if (number.length > 12) return words.wrongLong;
  if (number.length >= 3 && !words.places.split(" ").includes(number.slice(0, 3))) {
    return words.wrongPlace.replace("{n}", number.slice(0, 3));
  }
  if (number.length >= 4 && number[3] > "3") return words.wrongCentury;
  const year = plainDigits(document.querySelector("[data-keys=year]")?.value || "");
  const inNumber = number.length >= 6 ? (number[3] < "2" ? "19" : "20") + number.slice(4, 6) : "";
  return inNumber && year.length === 4 && year !== inNumber
    ? words.wrongYear.replace("{n}", inNumber).replace("{m}", year) : "";
};
const spoken = (text) => (plainDigits(text).match(/.{1,3}/g) || [])
  .map((group) => [...group].map((sign) => names[sign]).join(" ")).join(", ");

for (const one of fields.filter((candidate) => candidate.dataset.keys === "citizen")) {
  const line = make("p", "read-back", "", { "aria-hidden": "true" });
  const heard = make("p", "heard", "", { role: "status" });
  one.closest(".typed-row").after(line, heard);
  readers.set(one, line);
  const tell = () => {
    const wrong = fault(one.value);
    const read = spoken(one.value);
    line.textContent = wrong || (read && words.reading.replace("{n}", read));
    line.classList.toggle("wrong", !!wrong);
    // For the ear group by group, not digit by digit.
    if (wrong || plainDigits(one.value).length % 3 === 0) heard.textContent = line.textContent;
  };
  one.addEventListener("input", tell);
  document.querySelector("[data-keys=year]")?.addEventListener("change", tell);
  tell();
}

for (const one of fields) one.addEventListener("input", () => { if (one === field) echo(); });

({ typed, toned } = await engine);
