import Glibc
import Sealing
import Slip
import Testing

/// Seeded alterations; `LONG=1` in the environment runs ten times as many.
@Suite("Altered slips")
struct AlteredSlipTests {
  private static let count = getenv("LONG") == nil ? 10_000 : 100_000

  @Test("of 10,000 altered slips, 100,000 in the long run, none is genuine")
  func noneAccepted() throws {
    let keys = try World.keys()
    let originals = try [
      World.box().slip(World.claims()), World.box().slip(World.claims(serial: 138, holderCheck: nil)),
      World.otherBox().slip(World.claims(issuer: World.otherIssuer(), token: "111222333444", serial: 4_000_000)),
    ]
    var numbers = SeededNumbers(seed: 2026)
    var accepted: [String] = []
    var made = 0
    while made < AlteredSlipTests.count {
      let text = try alter(originals, &numbers)
      guard !originals.contains(where: { $0.text == text }) else { continue }
      made += 1
      if case .genuine = World.verdict(text, keys) { accepted.append(text) }
    }
    #expect(accepted.isEmpty)
    for slip in originals {
      guard case .genuine = World.verdict(slip.text, keys) else {
        return #expect(Bool(false), "an original is not genuine")
      }
    }
  }

  private func alter(_ originals: [SlipBytes], _ numbers: inout SeededNumbers) throws -> String {
    let slip = originals.randomElement(using: &numbers) ?? originals[0]
    let other = originals.randomElement(using: &numbers) ?? originals[0]
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: return alterDigits(slip.text, &numbers)
    case 1, 2: return SlipText.encode(alterBytes(slip.bytes, &numbers))
    case 3: return try splice(slip.message.payload, onto: other.message)
    case 4: return try splice(alterBytes(slip.message.payload, &numbers), onto: slip.message)
    default:
      let cut = Int.random(in: 0...slip.bytes.count, using: &numbers)
      return SlipText.encode(Array((slip.bytes.prefix(cut) + other.bytes.dropFirst(cut)).prefix(160)))
    }
  }

  private func splice(_ payload: [UInt8], onto message: SignedMessage) throws -> String {
    let message = try SignedMessage(kid: message.kid, payload: payload, signature: message.signature)
    return SlipText.encode(message.encoded)
  }

  /// One to three bits flipped, bytes set, inserted or removed.
  private func alterBytes(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let place = bytes.indices.randomElement(using: &numbers) ?? 0
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes.insert(.random(in: .min ... .max, using: &numbers), at: place)
      case 1: bytes.remove(at: place)
      case 2: bytes[place] = .random(in: .min ... .max, using: &numbers)
      default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
      }
    }
    return bytes
  }

  /// One to three digits changed, dropped, doubled or swapped with their neighbour.
  private func alterDigits(_ text: String, _ numbers: inout SeededNumbers) -> String {
    var digits = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &numbers) {
      let place = Int.random(in: 0..<digits.count - 1, using: &numbers)
      switch Int.random(in: 0..<4, using: &numbers) {
      case 0: digits.remove(at: place)
      case 1: digits.insert(digits[place], at: place)
      case 2: digits.swapAt(place, place + 1)
      default: digits[place] = .random(in: 0x30...0x39, using: &numbers)
      }
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
