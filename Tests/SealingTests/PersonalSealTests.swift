import Sealing
import Slip
import Testing

@Suite("Sealed personal fields")
struct PersonalSealTests {
  private let seal: PersonalSeal

  init() throws { seal = try PersonalSeal(dataKey: [UInt8](0..<32)) }

  @Test("a sealed text opens in its own place", arguments: ["", "Nguyễn Thị Hoa", String(repeating: "ệ", count: 1000)])
  func roundTrip(text: String) throws {
    #expect(try seal.open(seal.seal(text, for: "person.name:1"), for: "person.name:1") == text)
  }

  @Test("sealing the same text twice gives different bytes that hold none of it")
  func fresh() {
    let sealed = seal.seal("Nguyễn Thị Hoa", for: "person.name:1")
    #expect(sealed != seal.seal("Nguyễn Thị Hoa", for: "person.name:1"))
    #expect(!String(decoding: sealed, as: UTF8.self).contains("Hoa"))
  }

  @Test("a sealed text moved to another place does not open")
  func otherPlace() {
    let sealed = seal.seal("Hoa", for: "person.name:1")
    #expect(throws: SealingError.cannotOpen) { try seal.open(sealed, for: "person.name:2") }
  }

  @Test("another data key does not open it")
  func otherKey() throws {
    let other = try PersonalSeal(dataKey: [UInt8](1..<33))
    #expect(throws: SealingError.cannotOpen) { try other.open(seal.seal("Hoa", for: "a"), for: "a") }
  }

  @Test("any flipped bit and any cut is refused")
  func altered() {
    let sealed = seal.seal("Hoa", for: "a")
    for place in 0..<sealed.count * 8 {
      var wrong = sealed
      wrong[place / 8] ^= 1 << UInt8(place % 8)
      #expect(throws: SealingError.cannotOpen) { try seal.open(wrong, for: "a") }
    }
    for count in 0..<sealed.count {
      #expect(throws: SealingError.cannotOpen) { try seal.open(Array(sealed.prefix(count)), for: "a") }
    }
  }

  @Test("equal texts of one kind are found by the same 32 bytes, other kinds and keys give others")
  func lookup() throws {
    let found = seal.lookup("001160000001", kind: "number")
    #expect(found.count == 32 && found == seal.lookup("001160000001", kind: "number"))
    #expect(found != seal.lookup("001160000002", kind: "number") && found != seal.lookup("001160000001", kind: "name"))
    #expect(try PersonalSeal(dataKey: [UInt8](1..<33)).lookup("001160000001", kind: "number") != found)
  }

  /// Worked out with Python's hashlib (BLAKE2b is what crypto_kdf uses) and libsodium through ctypes.
  @Test("stored fields and look-ups stay readable: subkeys and forms never change")
  func fixedForm() throws {
    let sealed = Hex.bytes(
      "01000102030405060708090a0b0c0d0e0f1011121314151617a26fca7d3c7a0371e247250ce4896f289e342b")
    #expect(try seal.open(sealed ?? [], for: "a") == "Hoa")
    #expect(Hex.text(seal.csrfKey) == "3e23e385c1a3d698d192be62f471833db89074bdcf00a707ccd5e7e899840fad")
    #expect(
      Hex.text(seal.lookup("001160000001", kind: "number"))
        == "9d71ae1031931040b1f2be0bcda96a4a800f0b69898e38adf050c89a43d2789a")
  }

  @Test("a data key has 32 bytes", arguments: [0, 31, 33])
  func keyLength(count: Int) {
    #expect(throws: SealingError.wrongLength(expected: 32, found: count)) {
      try PersonalSeal(dataKey: [UInt8](repeating: 0, count: count))
    }
  }
}
