import Sealing
import Slip
import Testing

@Suite("Keys and signatures")
struct SignatureTests {
  /// RFC 8032, section 7.1, test 2.
  private let seed = Hex.bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb") ?? []
  private let publicKey = Hex.bytes("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c") ?? []
  private let signature =
    Hex.bytes(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00") ?? []

  @Test("the RFC's example key signs the RFC's example message as the RFC says")
  func example() throws {
    let key = try SlipKey(seed: seed)
    #expect(key.publicKey == publicKey)
    #expect(key.sign([0x72]) == signature)
    #expect(Ed25519.verify(signature, [0x72], publicKey))
  }

  @Test("the key id is the first eight bytes of SHA-256 of the public key")
  func keyID() throws {
    #expect(try SlipKey(seed: seed).kid.bytes == Array(Digest.sha256(publicKey).prefix(8)))
  }

  @Test("one flipped bit anywhere in signature, message or key is refused")
  func flippedBits() {
    for place in 0..<512 {
      var wrong = signature
      wrong[place / 8] ^= 1 << UInt8(place % 8)
      #expect(!Ed25519.verify(wrong, [0x72], publicKey))
    }
    for place in 0..<256 {
      var wrong = publicKey
      wrong[place / 8] ^= 1 << UInt8(place % 8)
      #expect(!Ed25519.verify(signature, [0x72], wrong))
    }
    #expect(!Ed25519.verify(signature, [0x73], publicKey) && !Ed25519.verify(signature, [], publicKey))
  }

  @Test("signatures and keys of another length are refused, not read beyond their end", arguments: [0, 31, 63, 65])
  func lengths(count: Int) {
    let bytes = [UInt8](repeating: 1, count: count)
    #expect(!Ed25519.verify(bytes, [0x72], publicKey) && !Ed25519.verify(signature, [0x72], bytes))
    #expect(throws: SealingError.wrongLength(expected: 32, found: count)) { try SlipKey(seed: bytes) }
  }

  @Test("the all-zero key of small order verifies nothing")
  func smallOrder() {
    let zeros = [UInt8](repeating: 0, count: 32)
    #expect(!Ed25519.verify([1] + [UInt8](repeating: 0, count: 63), [0x72], [1] + zeros.dropLast()))
  }
}

@Suite("Digests and chance")
struct DigestTests {
  @Test("SHA-256 of abc is the standard's example")
  func sha256() {
    #expect(
      Hex.text(Digest.sha256(Array("abc".utf8))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Hex.text(Digest.sha256([])).hasPrefix("e3b0c44298fc1c14"))
  }

  @Test("HMAC-SHA256 gives the examples of RFC 4231, with keys shorter and longer than a block")
  func hmac() {
    #expect(
      Hex.text(Digest.hmac(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8)))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let long = Digest.hmac(
      key: [UInt8](repeating: 0xaa, count: 131),
      message: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8))
    #expect(Hex.text(long) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  @Test("secrets are equal byte for byte or not equal")
  func equality() {
    #expect(Digest.areEqual([1, 2], [1, 2]) && Digest.areEqual([], []))
    #expect(!Digest.areEqual([1, 2], [1, 3]) && !Digest.areEqual([1], [1, 2]))
  }

  @Test("random bytes have the length asked for and differ")
  func randomBytes() {
    #expect(RandomBytes.bytes(32).count == 32 && RandomBytes.bytes(0).isEmpty && RandomBytes.bytes(-1).isEmpty)
    #expect(RandomBytes.bytes(32) != RandomBytes.bytes(32))
  }

  @Test("1,000 random tokens are all different and use the whole range")
  func tokens() {
    let tokens = Set((0..<1000).map { _ in RandomBytes.token() })
    #expect(tokens.count == 1000)
    #expect(tokens.contains { $0.number > 900_000_000_000 } && tokens.contains { $0.number < 100_000_000_000 })
  }
}
