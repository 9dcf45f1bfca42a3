/// What the office keeps on paper in its safe: the one secret that opens backups and mirrors.
///
/// 20 random bytes, written as eight groups of five signs. Each group is four signs of the text and one that checks them and
/// the group's place, so that whoever types it is told which group is wrong. Format: `RecoveryKey` in the documentation.
package struct RecoveryKey: Sendable {
  package static let length = 20
  package static let groupCount = 8
  /// Crockford's: no I, L, O or U.
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  let bytes: [UInt8]

  package enum Fault: Error, Hashable, Sendable {
    /// Forty signs were expected.
    case length(found: Int)
    /// A sign that never occurs, counted from 1 without spaces and dashes.
    case sign(at: Int)
    /// Groups, from 1, whose check sign does not fit.
    case groups([Int])
  }

  package init(bytes: [UInt8]) throws(SealingError) {
    guard bytes.count == Self.length else { throw .wrongLength(expected: Self.length, found: bytes.count) }
    self.bytes = bytes
  }

  package static func new() -> RecoveryKey {
    RecoveryKey(checked: RandomBytes.bytes(length))
  }

  /// Reads what somebody typed: small letters, spaces and dashes as they like, O for 0, I and L for 1.
  package init(_ text: String) throws(Fault) {
    var signs: [Int] = []
    for letter in text.uppercased().utf8 where ![0x20, 0x2D, 0x09, 0x0A, 0x0D].contains(letter) {
      guard let value = Self.value(letter) else { throw .sign(at: signs.count + 1) }
      signs.append(value)
    }
    guard signs.count == Self.groupCount * 5 else { throw .length(found: signs.count) }
    let groups = stride(from: 0, to: signs.count, by: 5).map { Array(signs[$0..<$0 + 5]) }
    let wrong = groups.indices.filter { Self.check(groups[$0], at: $0) != groups[$0][4] }
    guard wrong.isEmpty else { throw .groups(wrong.map { $0 + 1 }) }
    self.init(checked: Self.bytes(of: groups.flatMap { $0.prefix(4) }))
  }

  /// Eight groups of five signs with a dash between.
  package var text: String {
    let signs = Self.signs(of: bytes)
    return (0..<Self.groupCount).map { place in
      let group = Array(signs[place * 4..<place * 4 + 4])
      let letters = (group + [Self.check(group, at: place)]).map { Self.alphabet[$0] }
      return String(decoding: letters, as: UTF8.self)
    }.joined(separator: "-")
  }

  private init(checked: [UInt8]) {
    bytes = checked
  }

  private static func value(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "O"): 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
    default: alphabet.firstIndex(of: letter)
    }
  }

  /// c₁a + c₂a² + c₃a³ + c₄a⁴ + (place + 1) over GF(32): every weight is another one, so that a wrong sign and two
  /// neighbours the wrong way round are always found, and so are two whole groups.
  private static func check(_ group: [Int], at place: Int) -> Int {
    var (sum, weight) = (place + 1, 2)
    for sign in group.prefix(4) {
      sum ^= product(sign, weight)
      weight = product(weight, 2)
    }
    return sum
  }

  /// Modulo x⁵ + x² + 1.
  private static func product(_ one: Int, _ other: Int) -> Int {
    var (one, result) = (one, 0)
    for bit in 0..<5 {
      if other >> bit & 1 == 1 { result ^= one }
      one <<= 1
      if one & 32 != 0 { one ^= 0b100101 }
    }
    return result
  }

  /// Five bits each, from the highest.
  private static func signs(of bytes: [UInt8]) -> [Int] {
    (0..<bytes.count * 8 / 5).map { place in
      (0..<5).reduce(0) { value, bit in
        let index = place * 5 + bit
        return value << 1 | Int(bytes[index / 8] >> (7 - index % 8) & 1)
      }
    }
  }

  private static func bytes(of signs: [Int]) -> [UInt8] {
    (0..<signs.count * 5 / 8).map { place in
      (0..<8).reduce(UInt8(0)) { value, bit in
        let index = place * 8 + bit
        return value << 1 | UInt8(signs[index / 5] >> (4 - index % 5) & 1)
      }
    }
  }
}
