/// SHA-1 (FIPS 180-4), only for the codes of authenticator apps: libsodium has none, and RFC 6238's usual form asks
/// for it. Not for anything that must withstand collisions; an HMAC need not.
enum SHA1 {
  static let blockLength = 64
  private static let start: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]

  static func hash(_ message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % blockLength) % blockLength)
    padded += bytes(of: UInt64(message.count) * 8)
    var state = start
    for block in stride(from: 0, to: padded.count, by: blockLength) {
      add(Array(padded[block..<block + blockLength]), to: &state)
    }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  /// HMAC (RFC 2104).
  static func hmac(key: [UInt8], message: [UInt8]) -> [UInt8] {
    var key = key.count > blockLength ? hash(key) : key
    key += [UInt8](repeating: 0, count: blockLength - key.count)
    let inner = hash(key.map { $0 ^ 0x36 } + message)
    return hash(key.map { $0 ^ 0x5C } + inner)
  }

  static func bytes(of number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
  }

  private static func add(_ block: [UInt8], to state: inout [UInt32]) {
    var words = stride(from: 0, to: blockLength, by: 4).map { place in
      block[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for place in 16..<80 {
      words.append(rotated(words[place - 3] ^ words[place - 8] ^ words[place - 14] ^ words[place - 16], by: 1))
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for (round, word) in words.enumerated() {
      let next = rotated(a, by: 5) &+ mix(b, c, d, round) &+ e &+ word
      (a, b, c, d, e) = (next, a, rotated(b, by: 30), c, d)
    }
    for (place, value) in [a, b, c, d, e].enumerated() { state[place] = state[place] &+ value }
  }

  /// The round's function with its constant.
  private static func mix(_ b: UInt32, _ c: UInt32, _ d: UInt32, _ round: Int) -> UInt32 {
    switch round / 20 {
    case 0: ((b & c) | (~b & d)) &+ 0x5A82_7999
    case 1: (b ^ c ^ d) &+ 0x6ED9_EBA1
    case 2: ((b & c) | (b & d) | (c & d)) &+ 0x8F1B_BCDC
    default: (b ^ c ^ d) &+ 0xCA62_C1D6
    }
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
