// Bytes, SHA-256, SHA-512 and BLAKE2b. The tables of constants are computed from the primes they are defined by.
"use strict";

const big = (number) => BigInt(number);
const MASK64 = (big(1) << big(64)) - big(1);

function concatenated(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}

const ascii = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const unhex = (text) => Uint8Array.from(text.match(/../g) || [], (pair) => parseInt(pair, 16));
const sameBytes = (one, other) => one.length === other.length && one.every((byte, place) => byte === other[place]);
const littleEndian = (bytes) => bytes.reduceRight((number, byte) => (number << big(8)) | big(byte), big(0));
const toLittleEndian = (number, count) =>
  Uint8Array.from({ length: count }, (_, place) => Number((number >> big(8 * place)) & big(255)));
const toBigEndian = (number, count) => toLittleEndian(number, count).reverse();

/// The first 64 bits behind the point of the `power`th root of a number.
function rootFraction(number, power) {
  const target = big(number) << big(64 * power);
  let low = big(0), high = big(1) << big(70);
  while (high - low > big(1)) {
    const middle = (low + high) >> big(1);
    let product = big(1);
    for (let factor = 0; factor < power; factor += 1) product *= middle;
    if (product <= target) low = middle; else high = middle;
  }
  return low & MASK64;
}

const primes = [];
for (let number = 2; primes.length < 80; number += 1) {
  if (primes.every((prime) => number % prime !== 0)) primes.push(number);
}
const START64 = primes.slice(0, 8).map((prime) => rootFraction(prime, 2));
const ROUND64 = primes.map((prime) => rootFraction(prime, 3));
const START32 = START64.map((number) => Number(number >> big(32)) | 0);
const ROUND32 = ROUND64.slice(0, 64).map((number) => Number(number >> big(32)) | 0);

/// The message with its one bit, zeros and its length in bits, a multiple of the block's length.
function padded(message, block) {
  const zeros = (2 * block - 1 - block / 8 - (message.length % block)) % block;
  return concatenated(
    message, Uint8Array.of(128), new Uint8Array(zeros), toBigEndian(big(message.length) * big(8), block / 8));
}

function sha256(message) {
  const bytes = padded(message, 64);
  const view = new DataView(bytes.buffer);
  const state = START32.slice();
  const words = new Int32Array(64);
  const turn = (word, by) => (word >>> by) | (word << (32 - by));
  for (let start = 0; start < bytes.length; start += 64) {
    for (let t = 0; t < 16; t += 1) words[t] = view.getInt32(start + 4 * t);
    for (let t = 16; t < 64; t += 1) {
      const [x, y] = [words[t - 15], words[t - 2]];
      words[t] = words[t - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + words[t - 7]
        + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 64; t += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND32[t] + words[t]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => { state[place] = (state[place] + word) | 0; });
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => digest.setInt32(4 * place, word));
  return new Uint8Array(digest.buffer);
}

const turned = (word, by) => ((word >> big(by)) | (word << big(64 - by))) & MASK64;
const word64 = (bytes, start) =>
  bytes.subarray(start, start + 8).reduce((number, byte) => (number << big(8)) | big(byte), big(0));

function sha512(message) {
  const bytes = padded(message, 128);
  const state = START64.slice();
  for (let start = 0; start < bytes.length; start += 128) {
    const words = [];
    for (let t = 0; t < 16; t += 1) words.push(word64(bytes, start + 8 * t));
    for (let t = 16; t < 80; t += 1) {
      const [x, y] = [words[t - 15], words[t - 2]];
      words.push((words[t - 16] + (turned(x, 1) ^ turned(x, 8) ^ (x >> big(7))) + words[t - 7]
        + (turned(y, 19) ^ turned(y, 61) ^ (y >> big(6)))) & MASK64);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let t = 0; t < 80; t += 1) {
      const one = h + (turned(e, 14) ^ turned(e, 18) ^ turned(e, 41)) + ((e & f) ^ ((MASK64 ^ e) & g)) + ROUND64[t] + words[t];
      const two = (turned(a, 28) ^ turned(a, 34) ^ turned(a, 39)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) & MASK64, c, b, a, (one + two) & MASK64];
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => { state[place] = (state[place] + word) & MASK64; });
  }
  return concatenated(...state.map((word) => toBigEndian(word, 8)));
}

// The order of the words of a message in each of BLAKE2b's rounds (RFC 7693, section 2.7).
const ORDER = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
].map((row) => Array.from(row, (digit) => parseInt(digit, 16)));
const QUARTERS = [
  [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15],
  [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
];

/// BLAKE2b without a key, 1 to 64 bytes of output.
function blake2b(message, length) {
  const state = START64.slice();
  state[0] ^= big(0x01010000 ^ length);
  const blocks = Math.max(1, Math.ceil(message.length / 128));
  for (let block = 0; block < blocks; block += 1) {
    const bytes = new Uint8Array(128);
    bytes.set(message.subarray(block * 128, block * 128 + 128));
    const isLast = block === blocks - 1;
    const words = Array.from({ length: 16 }, (_, t) => littleEndian(bytes.subarray(8 * t, 8 * t + 8)));
    const v = state.concat(START64);
    v[12] ^= big(isLast ? message.length : (block + 1) * 128);
    if (isLast) v[14] ^= MASK64;
    for (let round = 0; round < 12; round += 1) {
      QUARTERS.forEach(([a, b, c, d], place) => {
        const order = ORDER[round % 10];
        v[a] = (v[a] + v[b] + words[order[2 * place]]) & MASK64;
        v[d] = turned(v[d] ^ v[a], 32);
        v[c] = (v[c] + v[d]) & MASK64;
        v[b] = turned(v[b] ^ v[c], 24);
        v[a] = (v[a] + v[b] + words[order[2 * place + 1]]) & MASK64;
        v[d] = turned(v[d] ^ v[a], 16);
        v[c] = (v[c] + v[d]) & MASK64;
        v[b] = turned(v[b] ^ v[c], 63);
      });
    }
    state.forEach((word, place) => { state[place] = word ^ v[place] ^ v[place + 8]; });
  }
  return concatenated(...state.map((word) => toLittleEndian(word, 8))).subarray(0, length);
}
