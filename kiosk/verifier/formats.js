// Slips, spoken codes and key lists, as SlipFormat and KeyListFormat say: read strictly, judged in their order.

/// Ends the reading with an answer that is no verdict on a signature.
class Answer extends Error {
  constructor(kind, facts) {
    super(kind);
    this.verdict = Object.assign({ kind }, facts);
  }
}

const malformed = (reason) => new Answer("malformed", { reason });
const require = (condition, reason) => {
  if (!condition) throw malformed(reason);
};

// CBOR. Values are { integer }, { bytes }, { text }, { items } or { entries }; integers beyond 2^53 lose their last bits,
// which no field here can hold anyway.

const DEEPEST = 6;

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.place = 0;
  }

  get left() { return this.bytes.length - this.place; }

  take(count) {
    require(count <= this.left, "truncated");
    this.place += count;
    return this.bytes.subarray(this.place - count, this.place);
  }

  head() {
    const first = this.take(1)[0];
    const [major, extra] = [first >> 5, first & 31];
    require(major < 6 && extra < 28, "unsupported item");
    if (extra < 24) return [major, extra];
    const number = this.take(2 ** (extra - 24)).reduce((sum, byte) => sum * 256 + byte, 0);
    require(number >= (extra === 24 ? 24 : 2 ** (8 * 2 ** (extra - 25))), "not the shortest head");
    return [major, number];
  }

  item(depth) {
    require(depth <= DEEPEST, "too deep");
    const [major, number] = this.head();
    switch (major) {
      case 0: return { integer: number };
      case 1: return { integer: -1 - number };
      case 2: return { bytes: this.take(number) };
      case 3: return { text: utf8(this.take(number)) };
      case 4: return { items: this.array(number, depth) };
      default: return { entries: this.map(number, depth) };
    }
  }

  array(count, depth) {
    require(count <= this.left, "truncated");
    return Array.from({ length: count }, () => this.item(depth + 1));
  }

  map(count, depth) {
    require(count <= Math.floor(this.left / 2), "truncated");
    let before = new Uint8Array(0);
    return Array.from({ length: count }, () => {
      const start = this.place;
      const key = this.item(depth + 1);
      const written = this.bytes.subarray(start, this.place);
      require(isBefore(before, written), "keys out of order");
      before = written;
      return { key, value: this.item(depth + 1) };
    });
  }
}

function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (_) {
    throw malformed("not UTF-8");
  }
}

/// Bytewise order; a beginning comes before the whole.
function isBefore(one, other) {
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    if (one[place] !== other[place]) return one[place] < other[place];
  }
  return one.length < other.length;
}

function readCBOR(bytes, most) {
  require(bytes.length <= most, "too large");
  const reader = new Reader(bytes);
  const item = reader.item(1);
  require(reader.left === 0, "trailing bytes");
  return item;
}

function writeHead(major, number) {
  if (number < 24) return Uint8Array.of((major << 5) | number);
  const width = number < 256 ? 0 : number < 65536 ? 1 : 2;
  return concatenated(Uint8Array.of((major << 5) | (24 + width)), toBigEndian(big(number), 2 ** width));
}

const writeBytes = (bytes) => concatenated(writeHead(2, bytes.length), bytes);

// COSE_Sign1

function readMessage(bytes, most) {
  const parts = readCBOR(bytes, most).items || [];
  require(
    parts.length === 4 && parts[0].bytes && parts[1].entries && parts[2].bytes && parts[3].bytes,
    "not a signed message");
  require(parts[1].entries.length === 0, "unprotected header");
  const header = readCBOR(parts[0].bytes, 64).entries;
  require(header, "not a signed message");
  require(header.every((entry) => entry.key.integer === 1 || entry.key.integer === 4), "unknown header");
  const value = (label) => (header.find((entry) => entry.key.integer === label) || { value: {} }).value;
  require(value(1).integer === -8, "unknown algorithm");
  const kid = value(4).bytes;
  require(kid && kid.length === 8, "not a key id");
  require(parts[3].bytes.length === 64, "wrong length of the signature");
  return { protected: parts[0].bytes, kid, payload: parts[2].bytes, signature: parts[3].bytes };
}

const toBeSigned = (message, context) => concatenated(
  Uint8Array.of(0x84, 0x6a), ascii("Signature1"), writeBytes(message.protected), writeBytes(context),
  writeBytes(message.payload));

// Slip texts

const WIDTHS = [0, 3, 5, 8, 10, 13, 15, 17];
const LONGEST_TEXT = 392;

function readText(text) {
  const digits = text.replace(/^[ \t\r\n]+/, "").replace(/[ \t\r\n]+$/, "");
  if (!(digits === "8" || digits.startsWith("84"))) throw new Answer("notASlip");
  require(/^[0-9]+$/.test(digits), "not digits");
  require(digits.length >= 3, "truncated");
  if (digits[2] !== "1") throw new Answer("otherVersion", { version: Number(digits[2]) });
  require(digits.length <= LONGEST_TEXT, "too long");
  const groups = digits.slice(3).match(/\d{1,17}/g) || [];
  return concatenated(...groups.map((group) => {
    const count = WIDTHS.indexOf(group.length);
    require(count > 0, "truncated");
    const number = BigInt(group);
    require(number >> big(8 * count) === big(0), "group too large");
    return toBigEndian(number, count);
  }));
}

// Claims

const UINT32 = 4294967295;

function whole(item, least, greatest, name) {
  require(Number.isInteger(item.integer) && item.integer >= least && item.integer <= greatest, name);
  return item.integer;
}

function bytesOf(item, length, name) {
  require(item.bytes && item.bytes.length === length, name);
  return item.bytes;
}

function issuerOf(item) {
  const text = item.text;
  const isRegular = /^[0-9]{5}-[1-9][0-9]{0,3}$/.test(text || "") && !text.startsWith("00000");
  require(text === "00000-demo" || isRegular, "issuer");
  return text;
}

function tokenOf(item) {
  const number = bytesOf(item, 5, "token").reduce((sum, byte) => sum * 256 + byte, 0);
  require(number < 1e12, "token");
  return String(number).padStart(12, "0");
}

function readClaims(payload) {
  const entries = readCBOR(payload, 160).entries || [];
  require(
    entries.length === 4 && [1, 6, 7, -65537].every((label, place) => entries[place].key.integer === label), "claims");
  const facts = entries[3].value.items;
  require(facts && (facts.length === 13 || facts.length === 14), "facts");
  const asked = whole(facts[6], 1, 255, "asked");
  const claims = {
    issuer: issuerOf(entries[0].value), issuedAt: whole(entries[1].value, 0, UINT32, "iat"),
    token: tokenOf(entries[2].value), serial: whole(facts[0], 1, UINT32, "serial"),
    audience: whole(facts[1], 1, 255, "audience"), frameworkVersion: whole(facts[2], 1, 65535, "framework version"),
    blueprintVersion: whole(facts[3], 1, 65535, "blueprint version"), bankHash: hex(bytesOf(facts[4], 4, "bank hash")),
    right: whole(facts[5], 0, asked, "right"), asked, outcome: whole(facts[7], 0, 1, "outcome"),
    areaBits: whole(facts[8], 0, 65535, "area bits"), identity: whole(facts[9], 0, 2, "identity"),
    help: whole(facts[10], 0, 2, "help"), bootCounter: whole(facts[11], 0, 65535, "boot counter"),
    logHead: hex(bytesOf(facts[12], 8, "log head")),
  };
  if (facts.length === 14) claims.holderCheck = whole(facts[13], 0, 4095, "holder check");
  return claims;
}

// The verdict

/// Keys are { kid, public, issuer, fromSerial, withdrawnFromSerial? }, revoked slips { issuer, token }; bytes in hexadecimal.
async function verdict(text, keys) {
  try {
    return await judge(readMessage(readText(text), 160), keys);
  } catch (answer) {
    if (answer instanceof Answer) return answer.verdict;
    throw answer;
  }
}

async function judge(message, keys) {
  const kid = hex(message.kid);
  const candidates = keys.keys.filter((key) => key.kid === kid);
  if (candidates.length === 0) return { kind: "unknownKey", kid };
  const signed = toBeSigned(message, new Uint8Array(0));
  const signers = [];
  for (const key of candidates) {
    if (await verifies(message.signature, signed, unhex(key.public))) signers.push(key);
  }
  if (signers.length === 0) return { kind: "altered", kid };
  const claims = readClaims(message.payload);
  const entries = signers.filter((key) => key.issuer === claims.issuer);
  if (entries.length === 0) return { kind: "issuerMismatch", claimed: claims.issuer, owner: signers[0].issuer };
  if (keys.revoked.some((slip) => slip.issuer === claims.issuer && slip.token === claims.token)) {
    return { kind: "revoked", claims };
  }
  const withdrawn = entries.map((key) => key.withdrawnFromSerial).filter((serial) => serial);
  if (withdrawn.length > 0 && claims.serial >= Math.min(...withdrawn)) {
    return { kind: "keyWithdrawn", claims, fromSerial: Math.min(...withdrawn) };
  }
  const first = Math.max(...entries.map((key) => key.fromSerial));
  if (claims.serial < first) return { kind: "keyNotYetInForce", claims, fromSerial: first };
  return { kind: "genuine", claims, sample: claims.issuer === "00000-demo" };
}

// Spoken codes

const DAMM = [
  "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
  "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
];
const isRightGroup = (group) => Array.from(group).reduce((state, digit) => Number(DAMM[state][digit]), 0) === 0;

/// The groups, from 1, whose check digit does not fit; of a code typed in part, only whole groups.
const mistypedGroups = (digits) =>
  (digits.match(/\d{4}/g) || []).flatMap((group, place) => (isRightGroup(group) ? [] : [place + 1]));

const spokenCode = (token) => token.match(/.../g).map((group) => {
  const state = Array.from(group).reduce((now, digit) => Number(DAMM[now][digit]), 0);
  return group + state;
}).join(" ");

// Key lists

const LIST_HEADER = "sathach key list 1";
const LARGEST_LIST = 1 << 20;

/// `held` is the number of a list held already, or nothing.
async function openKeyList(text, anchor, held) {
  try {
    return await readKeyList(text, unhex(anchor), held);
  } catch (answer) {
    if (answer instanceof Answer) return answer.verdict;
    throw answer;
  }
}

async function readKeyList(text, anchor, held) {
  const message = readMessage(unarmoured(text), LARGEST_LIST);
  if (!sameBytes(message.kid, sha256(anchor).subarray(0, 8))) {
    throw new Answer("otherAnchor", { kid: hex(message.kid) });
  }
  if (!(await verifies(message.signature, toBeSigned(message, ascii(LIST_HEADER)), anchor))) {
    throw new Answer("altered");
  }
  const list = readList(message.payload);
  if (held && list.number <= held) throw new Answer("notNewer", { number: list.number });
  return Object.assign({ kind: "accepted" }, list);
}

function unarmoured(text) {
  require(text.length <= LARGEST_LIST * 1.5, "too large");
  const first = text.match(/^[^\r\n]*/)[0];
  if (first !== LIST_HEADER) {
    throw new Answer(/^sathach key list [0-9]{1,18}$/.test(first) ? "otherVersion" : "notAKeyList");
  }
  return unbase64(text.slice(first.length).replace(/[\r\n]/g, ""));
}

/// Strict: no other characters, no missing or surplus padding, no bits under it.
function unbase64(letters) {
  require(letters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(letters), "not base64");
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  let again = "";
  bytes.forEach((byte) => { again += String.fromCharCode(byte); });
  require(btoa(again) === letters, "not base64");
  return bytes;
}

function readList(payload) {
  const entries = readCBOR(payload, LARGEST_LIST).entries || [];
  require(entries.length === 4 && entries.every((entry, place) => entry.key.integer === place + 1), "list");
  require(entries[2].value.items && entries[3].value.items, "list");
  return {
    number: whole(entries[0].value, 1, UINT32, "number"), issuedAt: whole(entries[1].value, 0, UINT32, "date"),
    keys: readKeys(entries[2].value.items), revoked: readRevoked(entries[3].value.items),
  };
}

function readListed(item) {
  const issuer = issuerOf(item);
  require(issuer !== "00000-demo", "sample");
  return issuer;
}

function readKeys(items) {
  let before = new Uint8Array(0);
  return items.map((item) => {
    const facts = item.items || [];
    require(facts.length === 3 || facts.length === 4, "key");
    const publicKey = bytesOf(facts[1], 32, "public key");
    require(isBefore(before, publicKey), "keys out of order");
    before = publicKey;
    const key = {
      kid: hex(sha256(publicKey).subarray(0, 8)), public: hex(publicKey), issuer: readListed(facts[0]),
      fromSerial: whole(facts[2], 1, UINT32, "from serial"),
    };
    if (facts.length === 4) key.withdrawnFromSerial = whole(facts[3], 1, UINT32, "withdrawn from serial");
    return key;
  });
}

function readRevoked(items) {
  let before = new Uint8Array(0);
  return items.map((item) => {
    const facts = item.items || [];
    require(facts.length === 2, "revoked slip");
    const slip = { issuer: readListed(facts[0]), token: tokenOf(facts[1]) };
    const written = concatenated(writeHead(3, slip.issuer.length), ascii(slip.issuer), writeBytes(facts[1].bytes));
    require(isBefore(before, written), "revoked slips out of order");
    before = written;
    return slip;
  });
}

/// The six groups of digits by which people compare a province's key.
function fingerprint(anchor) {
  const digest = sha256(concatenated(ascii("sathach anchor"), unhex(anchor)));
  return [0, 5, 10, 15, 20, 25].map((start) => {
    const number = digest.subarray(start, start + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    return String(number % 100000).padStart(5, "0");
  }).join(" ");
}
