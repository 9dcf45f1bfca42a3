/// What a slip says: no name and no citizen number.
package struct Claims: Hashable, Sendable {
  package let issuer: Issuer
  /// Whole seconds since 1970-01-01 00:00 UTC, without leap seconds.
  package let issuedAt: Int
  package let token: SlipToken
  /// Counts this box's slips from 1, without gaps.
  package let serial: Int
  /// The number of the audience in the framework.
  package let audience: Int
  package let frameworkVersion: Int
  package let blueprintVersion: Int
  /// The first 4 bytes of the item bank's SHA-256.
  package let bankHash: [UInt8]
  package let right: Int
  package let asked: Int
  package let outcome: Outcome
  /// Bit n is set when area n of the framework reached its own cut score.
  package let areaBits: Int
  package let identity: Identity
  package let help: Help
  /// How often the box had started, so that order can be shown even when its clock was wrong.
  package let bootCounter: Int
  /// The first 8 bytes of the log entry before the slip's own.
  package let logHead: [UInt8]
  /// 12 bits that only the holder's citizen number gives; nothing when no number was known.
  package let holderCheck: Int?

  package init(
    issuer: Issuer, issuedAt: Int, token: SlipToken, serial: Int, audience: Int, frameworkVersion: Int,
    blueprintVersion: Int, bankHash: [UInt8], right: Int, asked: Int, outcome: Outcome, areaBits: Int,
    identity: Identity, help: Help, bootCounter: Int, logHead: [UInt8], holderCheck: Int?
  ) throws(SlipError) {
    (self.issuer, self.token, self.outcome, self.identity, self.help) = (issuer, token, outcome, identity, help)
    self.issuedAt = try Claims.within(0...0xffff_ffff, issuedAt, .issuedAt)
    self.serial = try Claims.within(1...0xffff_ffff, serial, .serial)
    self.audience = try Claims.within(1...0xff, audience, .audience)
    self.frameworkVersion = try Claims.within(1...0xffff, frameworkVersion, .frameworkVersion)
    self.blueprintVersion = try Claims.within(1...0xffff, blueprintVersion, .blueprintVersion)
    self.bankHash = try Claims.exactly(4, bankHash, .bankHash)
    self.asked = try Claims.within(1...0xff, asked, .asked)
    self.right = try Claims.within(0...asked, right, .right)
    self.areaBits = try Claims.within(0...0xffff, areaBits, .areaBits)
    self.bootCounter = try Claims.within(0...0xffff, bootCounter, .bootCounter)
    self.logHead = try Claims.exactly(8, logHead, .logHead)
    self.holderCheck = try holderCheck.map { check throws(SlipError) in
      try Claims.within(0...0xfff, check, .holderCheck)
    }
  }

  /// Whether the area with this number of the framework reached its own cut score.
  package func reached(area: Int) -> Bool {
    (0..<16).contains(area) && areaBits >> area & 1 == 1
  }

  private static func within(
    _ bounds: ClosedRange<Int>, _ number: Int, _ field: SlipError.Field
  ) throws(SlipError) -> Int {
    guard bounds.contains(number) else { throw .outOfBounds(field, found: number) }
    return number
  }

  private static func exactly(
    _ count: Int, _ bytes: [UInt8], _ field: SlipError.Field
  ) throws(SlipError) -> [UInt8] {
    guard bytes.count == count else { throw .wrongLength(of: field, expected: count, found: bytes.count) }
    return bytes
  }
}

extension Claims {
  /// The attempt judged against the blueprint's cut scores.
  package enum Outcome: Int, CaseIterable, Sendable {
    case notYet = 0
    case passed = 1
  }

  /// How it was established who took the test.
  package enum Identity: Int, CaseIterable, Sendable {
    case selfDeclared = 0
    case cardString = 1
    /// Staff compared face and card.
    case staffConfirmed = 2
  }

  /// Help recorded during the attempt.
  package enum Help: Int, CaseIterable, Sendable {
    case none = 0
    /// Help the rules allow: reading aloud, handling the device, explaining the procedure.
    case allowed = 1
    /// Somebody helped with the answers themselves.
    case coaching = 2
  }
}
