// Big keys for the four digits of a seat number; the field beside them takes a keyboard as before.
const field = document.getElementById("seat");
const pad = document.getElementById("pad");
const length = 4;

const key = (text, label, press) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = text;
  if (label) button.setAttribute("aria-label", label);
  button.addEventListener("click", press);
  pad.append(button);
};

for (const digit of "1234567890") {
  key(digit, "", () => {
    const digits = field.value.replace(/\D/g, "");
    field.value = (digits.length < length ? digits : "") + digit;
  });
}
key(pad.dataset.erase, "", () => { field.value = field.value.slice(0, -1); });
pad.hidden = false;
