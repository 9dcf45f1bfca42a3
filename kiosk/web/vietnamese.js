// Composes Vietnamese as it is typed: Telex, VNI, or marks that are tapped. Pure functions of text before the cursor and one
// key; what comes out is composed (NFC), with the tone where "hòa", "thúy" and "người" have it. Keys that mean nothing in
// the word stay letters, and a key typed again takes its own work back.
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const [grave, hook, tilde, acute, dot] = [1, 2, 3, 4, 5];
const shapes = { "\u0302": "^", "\u0306": "(", "\u031B": "+" };
const marks = { "^": "\u0302", "(": "\u0306", "+": "\u031B" };
const vowels = "aeiouy";

const telexTones = { s: acute, f: grave, r: hook, x: tilde, j: dot, z: 0 };
const vniTones = { 1: acute, 2: grave, 3: hook, 4: tilde, 5: dot, 0: 0 };

// A word as letters, each with its shape ("^", "(", "+" or "-" for đ), and the tone of the whole.
const parse = (word) => {
  const letters = [];
  let tone = 0;
  for (const sign of word.normalize("NFD")) {
    const last = letters[letters.length - 1];
    if (tones.indexOf(sign) > 0) tone = tones.indexOf(sign);
    else if (shapes[sign]) last.shape = shapes[sign];
    else if (sign === "đ" || sign === "Đ") letters.push({ base: "d", shape: "-", big: sign === "Đ" });
    else letters.push({ base: sign.toLowerCase(), shape: "", big: sign !== sign.toLowerCase() });
  }
  return { letters, tone };
};

const isVowel = (letter) => vowels.includes(letter.base);

// The first and the end of the vowels that are sounded: "u" of "qu" and "i" of "gi" belong to the consonant.
const nucleus = (letters) => {
  let first = letters.findIndex(isVowel);
  if (first < 0) return null;
  let end = first;
  while (end < letters.length && isVowel(letters[end])) end += 1;
  const before = first > 0 ? letters[first - 1].base : "";
  const glides = (before === "q" && letters[first].base === "u") || (first === 1 && before === "g" && letters[first].base === "i");
  if (glides && !letters[first].shape && end - first > 1) first += 1;
  return { first, end };
};

const toneAt = (letters) => {
  const { first, end } = nucleus(letters);
  for (let place = end - 1; place >= first; place -= 1) if (letters[place].shape) return place;
  const count = end - first;
  if (count === 1) return first;
  if (count > 2) return first + 1;
  return end < letters.length ? first + 1 : first;
};

const write = ({ letters, tone }) => {
  const place = tone && nucleus(letters) ? toneAt(letters) : -1;
  return letters.map((letter, index) => {
    const plain = letter.shape === "-" ? "đ" : letter.base + (marks[letter.shape] || "") + (index === place ? tones[tone] : "");
    return (letter.big ? plain.toUpperCase() : plain).normalize("NFC");
  }).join("");
};

const plain = (key) => (word) => {
  const parsed = parse(word);
  parsed.letters.push(...parse(key).letters);
  settleHorn(parsed.letters);
  return write(parsed);
};

// "thuơ" stands alone; with anything after it the word is one of "thương", "thước".
const settleHorn = (letters) => {
  const place = letters.findIndex((letter, index) => letter.base === "u" && !letter.shape
    && letters[index + 1]?.base === "o" && letters[index + 1].shape === "+" && letters[index + 2]);
  if (place >= 0 && letters[place - 1]?.base !== "q") letters[place].shape = "+";
};

const setTone = (word, key, tone) => {
  const parsed = parse(word);
  if (!nucleus(parsed.letters)) return plain(key)(word);
  if (parsed.tone !== tone) return write({ ...parsed, tone });
  // Typed again: the tone goes and the key stands; a key that takes tones away, where there is none, is a letter.
  return write({ ...parsed, tone: 0 }) + key;
};

const ends = ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"];

// Where a mark goes that is typed now: into the word's vowels, with nothing but the end of a syllable after them.
const shapePlaces = (letters, bases, shape) => {
  const found = nucleus(letters);
  if (!found || !ends.includes(letters.slice(found.end).map((letter) => letter.base).join(""))) return [];
  const places = [];
  for (let place = found.first; place < found.end; place += 1) places.push(place);
  if (shape === "+") return hornPlaces(letters, places, found.end);
  const place = places.reverse().find((candidate) => bases.includes(letters[candidate].base));
  const isLast = place !== undefined && letters.slice(place + 1, found.end).every((letter) => "iuy".includes(letter.base));
  return isLast ? [place] : [];
};

// "uo" takes its two horns together, but for "thuở" and "huơ", which end in it.
const hornPlaces = (letters, places, end) => {
  const place = places.find((candidate) => "uo".includes(letters[candidate].base));
  if (place === undefined) return [];
  if (letters[place].base !== "u" || letters[place + 1]?.base !== "o") return [place];
  const start = letters.slice(0, place).map((letter) => letter.base).join("");
  const isOpen = place + 2 === letters.length && ["h", "th", "kh"].includes(start) && !letters[place].shape;
  return isOpen ? [place + 1] : [place, place + 1];
};

const setShape = (word, key, bases, shape) => {
  const parsed = parse(word);
  const { letters } = parsed;
  const places = shapePlaces(letters, bases, shape);
  if (!places.length) return plain(key)(word);
  const isUndone = places.every((place) => letters[place].shape === shape);
  for (const place of places) letters[place].shape = isUndone ? "" : shape;
  return write(parsed) + (isUndone ? key : "");
};

const bar = (word, key) => {
  const parsed = parse(word);
  const [first] = parsed.letters;
  if (first?.base !== "d") return plain(key)(word);
  if (first.shape === "-") return write({ ...parsed, letters: [{ ...first, shape: "" }, ...parsed.letters.slice(1)] }) + key;
  first.shape = "-";
  return write(parsed);
};

const telexKey = (word, key) => {
  const small = key.toLowerCase();
  const { letters } = parse(word);
  if (small in telexTones && letters.some(isVowel)) {
    return small === "z" && !parse(word).tone ? plain(key)(word) : setTone(word, key, telexTones[small]);
  }
  if (small === "d") return bar(word, key);
  if ("aeo".includes(small)) return setShape(word, key, small, "^");
  if (small === "w") return telexHorn(word, key, letters);
  return plain(key)(word);
};

// w puts the horn on u and o, the breve on a; where there is no vowel yet it is ư.
const telexHorn = (word, key, letters) => {
  const found = nucleus(letters);
  if (!found) return write({ letters: [...letters, { base: "u", shape: "+", big: key === "W" }], tone: 0 });
  const sounded = letters.slice(found.first, found.end).map((letter) => letter.base).join("");
  const isBreve = sounded.endsWith("a") && !sounded.endsWith("ua");
  return isBreve ? setShape(word, key, "a", "(") : setShape(word, key, "uo", "+");
};

const vniKey = (word, key) => {
  const { letters, tone } = parse(word);
  if (key in vniTones && letters.some(isVowel)) {
    return key === "0" && !tone ? word + key : setTone(word, key, vniTones[key]);
  }
  if (key === "6") return setShape(word, key, "aeo", "^");
  if (key === "7") return setShape(word, key, "uo", "+");
  if (key === "8") return setShape(word, key, "a", "(");
  if (key === "9") return bar(word, key);
  return /\d/.test(key) ? word + key : plain(key)(word);
};

const methods = { telex: telexKey, vni: vniKey, tapped: (word, key) => plain(key)(word) };

// The text before the cursor once a key is typed after it.
export const typed = (text, key, method) => {
  const whole = text.normalize("NFC");
  const word = /[\p{L}\p{M}]*$/u.exec(whole)[0];
  const isKey = /^[\p{L}\d]$/u.test(key);
  if (!isKey || (!word && /\d/.test(key))) return whole + key;
  return whole.slice(0, whole.length - word.length) + (methods[method] || methods.tapped)(word, key);
};

// The text once a tone is tapped, by its place in: none, huyền, hỏi, ngã, sắc, nặng.
export const toned = (text, tone) => {
  const whole = text.normalize("NFC");
  const word = /[\p{L}\p{M}]*$/u.exec(whole)[0];
  const parsed = parse(word);
  if (!nucleus(parsed.letters)) return whole;
  return whole.slice(0, whole.length - word.length) + write({ ...parsed, tone: parsed.tone === tone ? 0 : tone });
};
