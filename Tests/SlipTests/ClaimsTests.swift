import Sealing
import Slip
import Testing

@Suite("Claims")
struct ClaimsTests {
  @Test(
    "claims are read back from their payload, with and without a holder check", arguments: [nil, 0, 0xfff] as [Int?])
  func roundTrip(check: Int?) throws {
    let claims = try World.claims(holderCheck: check)
    #expect(try Claims(decoding: claims.payload) == claims)
  }

  /// Worked out with Python's cbor2 in canonical mode.
  @Test("the payload of the specification's example is these bytes")
  func example() throws {
    let expected =
      "a4016730323231352d31061a6b00fe68074548331790293a000100008e188901010144deadbeef121501187b0100182a"
      + "4801020304050607081902a7"
    #expect(Hex.text(try World.claims().payload) == expected)
  }

  @Test("no slip is longer than 160 bytes: the greatest value of every claim gives 159")
  func greatestLength() throws {
    for issuer in ["99999-9999", "00000-demo"] {
      let claims = try World.claims(
        issuer: try Issuer(issuer), issuedAt: 0xffff_ffff, token: "999999999999", serial: 0xffff_ffff, audience: 255,
        frameworkVersion: 65_535, blueprintVersion: 65_535, right: 255, asked: 255, areaBits: 65_535,
        identity: .staffConfirmed, help: .coaching, bootCounter: 65_535, holderCheck: 4095)
      let slip = try World.box().slip(claims)
      #expect(slip.bytes.count == 159)
      #expect(slip.text.utf8.count <= SlipText.greatestLength)
    }
  }

  @Test("a claim just outside its bounds makes no slip")
  func bounds() {
    #expect(throws: SlipError.outOfBounds(.issuedAt, found: -1)) { try World.claims(issuedAt: -1) }
    #expect(throws: SlipError.outOfBounds(.issuedAt, found: 1 << 32)) { try World.claims(issuedAt: 1 << 32) }
    #expect(throws: SlipError.outOfBounds(.serial, found: 0)) { try World.claims(serial: 0) }
    #expect(throws: SlipError.outOfBounds(.serial, found: 1 << 32)) { try World.claims(serial: 1 << 32) }
    #expect(throws: SlipError.outOfBounds(.audience, found: 0)) { try World.claims(audience: 0) }
    #expect(throws: SlipError.outOfBounds(.audience, found: 256)) { try World.claims(audience: 256) }
    #expect(throws: SlipError.outOfBounds(.frameworkVersion, found: 0)) { try World.claims(frameworkVersion: 0) }
    #expect(throws: SlipError.outOfBounds(.blueprintVersion, found: 65_536)) {
      try World.claims(blueprintVersion: 65_536)
    }
    #expect(throws: SlipError.wrongLength(of: .bankHash, expected: 4, found: 3)) {
      try World.claims(bankHash: [1, 2, 3])
    }
    #expect(throws: SlipError.outOfBounds(.right, found: 22)) { try World.claims(right: 22, asked: 21) }
    #expect(throws: SlipError.outOfBounds(.right, found: -1)) { try World.claims(right: -1) }
    #expect(throws: SlipError.outOfBounds(.asked, found: 0)) { try World.claims(right: 0, asked: 0) }
    #expect(throws: SlipError.outOfBounds(.areaBits, found: 65_536)) { try World.claims(areaBits: 65_536) }
    #expect(throws: SlipError.outOfBounds(.bootCounter, found: 65_536)) { try World.claims(bootCounter: 65_536) }
    #expect(throws: SlipError.wrongLength(of: .logHead, expected: 8, found: 9)) {
      try World.claims(logHead: [UInt8](repeating: 0, count: 9))
    }
    #expect(throws: SlipError.outOfBounds(.holderCheck, found: 4096)) { try World.claims(holderCheck: 4096) }
  }

  @Test("area n was reached if bit n is set")
  func areas() throws {
    let claims = try World.claims(areaBits: 0b1000_0000_0000_0101)
    #expect((0..<16).filter(claims.reached) == [0, 2, 15])
    #expect(!claims.reached(area: -1) && !claims.reached(area: 16) && !claims.reached(area: 64))
  }

  @Test("the holder of a bound slip is told from a stranger; an unbound slip says neither")
  func holder() throws {
    let bound = try World.claims(holderCheck: 77)
    #expect(HolderComparison(of: bound) { _ in 77 } == .rightPerson)
    #expect(HolderComparison(of: bound) { _ in 78 } == .otherPerson)
    #expect(HolderComparison(of: try World.claims(holderCheck: nil)) { _ in 77 } == .notBound)
  }

  @Test("the comparison computes the bits for the slip's own token")
  func holderToken() throws {
    let claims = try World.claims(
      token: "310094827561",
      holderCheck: try HolderCheck.bits(
        number: "001160000001", token: SlipToken(digits: "310094827561")))
    let comparison = try HolderComparison(of: claims) { token throws(SealingError) in
      try HolderCheck.bits(number: "001160000001", token: token)
    }
    #expect(comparison == .rightPerson)
  }
}
