// Ed25519 (RFC 8032), by the browser where it can, else by the curve's own formulas. Both ways refuse first what
// libsodium refuses: unreduced S, points of small order, and public keys whose y is not below the prime.

const P = (big(1) << big(255)) - big(19);
const L = (big(1) << big(252)) + BigInt("27742317777372353535851937790883648493");
const mod = (number) => {
  const rest = number % P;
  return rest < big(0) ? rest + P : rest;
};

function power(base, exponent) {
  let [result, square, left] = [big(1), mod(base), exponent];
  while (left > big(0)) {
    if (left & big(1)) result = mod(result * square);
    square = mod(square * square);
    left >>= big(1);
  }
  return result;
}

const inverse = (number) => power(number, P - big(2));
const D = mod(big(-121665) * inverse(big(121666)));
const ROOT_OF_MINUS_ONE = power(big(2), (P - big(1)) / big(4));
const SIGN = big(1) << big(255);
const yOf = (bytes) => littleEndian(bytes) & (SIGN - big(1));

/// The point of 32 bytes; nothing where no point has this y.
function point(bytes) {
  const y = yOf(bytes);
  const isOdd = (bytes[31] & 128) !== 0;
  const u = mod(y * y - big(1)), v = mod(D * y * y + big(1));
  const v3 = mod(v * v * v);
  let x = mod(u * v3 * power(u * v3 * v3 * v, (P - big(5)) / big(8)));
  const check = mod(v * x * x);
  if (check !== u) {
    if (check !== mod(-u)) return null;
    x = mod(x * ROOT_OF_MINUS_ONE);
  }
  if (((x & big(1)) === big(1)) !== isOdd) x = mod(-x);
  return { x, y: mod(y), z: big(1), t: mod(x * y) };
}

function sum(one, other) {
  const a = mod((one.y - one.x) * (other.y - other.x)), b = mod((one.y + one.x) * (other.y + other.x));
  const c = mod(big(2) * D * one.t * other.t), d = mod(big(2) * one.z * other.z);
  const [e, f, g, h] = [b - a, d - c, d + c, b + a];
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) };
}

function double(one) {
  const a = mod(one.x * one.x), b = mod(one.y * one.y), c = mod(big(2) * one.z * one.z);
  const e = mod((one.x + one.y) * (one.x + one.y)) - a - b;
  const g = b - a, f = g - c, h = -a - b;
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) };
}

function encoded(one) {
  const scale = inverse(one.z);
  const x = mod(one.x * scale), y = mod(one.y * scale);
  return toLittleEndian(x & big(1) ? y | SIGN : y, 32);
}

const NEUTRAL = { x: big(0), y: big(1), z: big(1), t: big(0) };
const BASE = point(toLittleEndian(mod(big(4) * inverse(big(5))), 32));

// y of the eight points whose order divides the cofactor; the square of y of those of order eight is (±√(1 + D) − 1) / D,
// and the first of them is written out.
const ORDER_EIGHT = littleEndian(unhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"));
const SMALL = [big(0), big(1), P - big(1), ORDER_EIGHT, P - ORDER_EIGHT];
const isSmall = (bytes) => SMALL.includes(mod(yOf(bytes)));

function isStrict(signature, publicKey) {
  if (signature.length !== 64 || publicKey.length !== 32) return false;
  if (littleEndian(signature.subarray(32)) >= L || isSmall(signature.subarray(0, 32))) return false;
  return yOf(publicKey) < P && !isSmall(publicKey);
}

/// Without the browser's help.
function verifiesByFormula(signature, message, publicKey) {
  const key = point(publicKey);
  if (!key) return false;
  const opposite = { x: mod(-key.x), y: key.y, z: key.z, t: mod(-key.t) };
  const both = sum(BASE, opposite);
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  const h = littleEndian(sha512(concatenated(r, publicKey, message))) % L;
  let result = NEUTRAL;
  for (let bit = 252; bit >= 0; bit -= 1) {
    result = double(result);
    const [inS, inH] = [(s >> big(bit)) & big(1), (h >> big(bit)) & big(1)];
    if (inS && inH) result = sum(result, both);
    else if (inS) result = sum(result, BASE);
    else if (inH) result = sum(result, opposite);
  }
  return sameBytes(encoded(result), r);
}

/// Whether to ask the browser. Tests set it; a browser that does not know Ed25519 is found out at the first question.
let asksBrowser = true;

async function verifies(signature, message, publicKey) {
  if (!isStrict(signature, publicKey)) return false;
  if (asksBrowser) {
    try {
      const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
      return await crypto.subtle.verify("Ed25519", key, signature, message);
    } catch (_) {
      // Unknown algorithm, no secure context, or a key that is no point: the formula answers all of them.
    }
  }
  return verifiesByFormula(signature, message, publicKey);
}
