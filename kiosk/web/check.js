// While a spoken code is typed, says at once which group of four is wrong. The server says the same without this file.
// The table is Damm's quasigroup of order 10, as in the slip's specification.
const table = [
  "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
  "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
];
const field = document.getElementById("slip");
const line = document.getElementById("groups");

const isRight = (group) => [...group].reduce((state, digit) => Number(table[state][digit]), 0) === 0;

field.addEventListener("input", () => {
  const digits = field.value.replace(/[\s.-]/g, "");
  const groups = digits.length <= 16 && /^\d*$/.test(digits) ? digits.match(/\d{4}/g) || [] : [];
  const wrong = groups.flatMap((group, index) => (isRight(group) ? [] : [line.dataset.wrong.replace("{n}", index + 1)]));
  line.textContent = wrong.join(". ");
});
