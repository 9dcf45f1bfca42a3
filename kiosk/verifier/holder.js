// The holder check: argon2id (RFC 9106), version 1.3, of a citizen number, with the slip's own parameters.

const PASSES = 2, KIBIBYTES = 19456, SLICES = 4, SEGMENT = KIBIBYTES / SLICES, BLOCK = 256;

// Words of 64 bits are two of 32, the lower one first. Written for speed: this is done some ten million times.

/// x + y + 2 · low(x) · low(y), over x.
function addAndMultiply(v, x, y) {
  const xl = v[x], yl = v[y];
  const a = xl & 0xffff, b = xl >>> 16, c = yl & 0xffff, d = yl >>> 16;
  const ac = Math.imul(a, c) >>> 0, bc = Math.imul(b, c) >>> 0;
  const middle = (ac >>> 16) + (bc & 0xffff) + (Math.imul(a, d) >>> 0);
  const productLow = (middle << 16) | (ac & 0xffff);
  const productHigh = (Math.imul(b, d) + (bc >>> 16) + (middle >>> 16)) | 0;
  const lower = (xl >>> 0) + (yl >>> 0) + ((productLow << 1) >>> 0);
  const carry = (lower / 4294967296) | 0;
  v[x] = lower | 0;
  v[x + 1] = (v[x + 1] + v[y + 1] + ((productHigh << 1) | (productLow >>> 31)) + carry) | 0;
}

function mix(v, a, b, c, d) {
  addAndMultiply(v, a, b);
  const dl = v[d] ^ v[a];
  v[d] = v[d + 1] ^ v[a + 1];
  v[d + 1] = dl;
  addAndMultiply(v, c, d);
  let lower = v[b] ^ v[c], upper = v[b + 1] ^ v[c + 1];
  v[b] = (lower >>> 24) | (upper << 8);
  v[b + 1] = (upper >>> 24) | (lower << 8);
  addAndMultiply(v, a, b);
  lower = v[d] ^ v[a];
  upper = v[d + 1] ^ v[a + 1];
  v[d] = (lower >>> 16) | (upper << 16);
  v[d + 1] = (upper >>> 16) | (lower << 16);
  addAndMultiply(v, c, d);
  lower = v[b] ^ v[c];
  upper = v[b + 1] ^ v[c + 1];
  v[b] = (lower << 1) | (upper >>> 31);
  v[b + 1] = (upper << 1) | (lower >>> 31);
}

/// Where the words of all mixings of one compression stand: eight rounds on rows, eight on columns.
const MIXINGS = Int32Array.from([].concat(...[0, 1, 2, 3, 4, 5, 6, 7].map((row) => placesOfRound(row * 32, 4)))
  .concat(...[0, 1, 2, 3, 4, 5, 6, 7].map((column) => placesOfRound(column * 4, 32))));

/// One of BLAKE2's rounds on sixteen words: the pair at `first` begins, pairs follow `step` apart.
function placesOfRound(first, step) {
  return [].concat(...QUARTERS.map((quarter) => quarter.map((word) => first + (word >> 1) * step + (word & 1) * 2)));
}

const mixed = new Int32Array(BLOCK), scratch = new Int32Array(BLOCK);

/// Compresses two blocks of `memory` into a third, over what is there where `adds`.
function compress(memory, one, other, target, adds) {
  for (let word = 0; word < BLOCK; word += 1) {
    mixed[word] = memory[one + word] ^ memory[other + word];
    scratch[word] = mixed[word];
  }
  for (let next = 0; next < MIXINGS.length; next += 4) {
    mix(scratch, MIXINGS[next], MIXINGS[next + 1], MIXINGS[next + 2], MIXINGS[next + 3]);
  }
  for (let word = 0; word < BLOCK; word += 1) {
    memory[target + word] = (adds ? memory[target + word] : 0) ^ mixed[word] ^ scratch[word];
  }
}

const little32 = (number) => Uint8Array.of(number & 255, (number >> 8) & 255, (number >> 16) & 255, number >>> 24);

/// Argon2's hash of any length.
function longHash(message, length) {
  const whole = concatenated(little32(length), message);
  if (length <= 64) return blake2b(whole, length);
  let block = blake2b(whole, 64);
  const parts = [];
  let left = length;
  while (left > 64) {
    parts.push(block.subarray(0, 32));
    left -= 32;
    block = blake2b(block, left > 64 ? 64 : left);
  }
  return concatenated(...parts, block);
}

/// The upper half of the product of two numbers of 32 bits.
function upperHalf(one, other) {
  return Number((big(one >>> 0) * big(other >>> 0)) >> big(32));
}

/// Which block is looked at beside the one before: argon2's choice for a single lane.
function reference(random, pass, slice, index) {
  const area = (pass === 0 ? slice * SEGMENT : KIBIBYTES - SEGMENT) + index - 1;
  const back = upperHalf(area, upperHalf(random, random));
  const start = pass === 0 || slice === SLICES - 1 ? 0 : (slice + 1) * SEGMENT;
  return (start + area - 1 - back) % KIBIBYTES;
}

function beginning(number, salt, length) {
  return blake2b(concatenated(
    little32(1), little32(length), little32(KIBIBYTES), little32(PASSES), little32(0x13), little32(2),
    little32(number.length), number, little32(salt.length), salt, little32(0), little32(0)), 64);
}

function fillSegment(memory, pass, slice) {
  // Argon2id: in the first half of the first pass the choice hangs on counters, afterwards on what is in memory.
  const counts = pass === 0 && slice < 2;
  const addresses = new Int32Array(3 * BLOCK);
  const [input, zero, output] = [0, BLOCK, 2 * BLOCK];
  [pass, 0, slice, KIBIBYTES, PASSES, 2].forEach((number, place) => { addresses[input + 2 * place] = number; });
  for (let index = pass === 0 && slice === 0 ? 2 : 0; index < SEGMENT; index += 1) {
    if (counts && (index % 128 === 0 || (slice === 0 && index === 2))) {
      addresses[input + 12] += 1;
      compress(addresses, zero, input, output, false);
      compress(addresses, zero, output, output, false);
    }
    const place = slice * SEGMENT + index;
    const before = (place + KIBIBYTES - 1) % KIBIBYTES;
    const random = counts ? addresses[output + 2 * (index % 128)] : memory[before * BLOCK];
    compress(
      memory, before * BLOCK, reference(random, pass, slice, index) * BLOCK, place * BLOCK, pass > 0);
  }
}

/// The twelve bits, as the slip's position 13 has them. Takes a second or more, and lets the page breathe in between.
async function holderBits(token, number) {
  const cti = toBigEndian(BigInt(token), 5);
  const salt = sha256(concatenated(ascii("sathach holder"), cti)).subarray(0, 16);
  const start = beginning(ascii(number), salt, 16);
  const memory = new Int32Array(KIBIBYTES * BLOCK);
  for (const block of [0, 1]) {
    const bytes = longHash(concatenated(start, little32(block), little32(0)), 1024);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let word = 0; word < BLOCK; word += 1) memory[block * BLOCK + word] = view.getInt32(4 * word, true);
  }
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let slice = 0; slice < SLICES; slice += 1) {
      fillSegment(memory, pass, slice);
      await new Promise((resume) => { setTimeout(resume, 0); });
    }
  }
  const last = new DataView(new ArrayBuffer(1024));
  for (let word = 0; word < BLOCK; word += 1) {
    last.setInt32(4 * word, memory[(KIBIBYTES - 1) * BLOCK + word], true);
  }
  const hash = longHash(new Uint8Array(last.buffer), 16);
  return hash[0] * 16 + (hash[1] >> 4);
}
