import Assessment
import Slip

/// What the log and the tables hold about one slip, and whether the whole fits together.
package struct SlipEvidence: Equatable, Sendable {
  /// The first entry whose hash does not fit, or that is missing.
  package var brokenEntry: Int64?
  /// The number of the last entry; 0 for an empty log.
  package var lastEntry: Int64 = 0
  package var lastEntryAt: Moment?
  /// The entry whose hash begins with the slip's log head; 0 for the beginning of the log, nil where none does.
  package var headEntry: Int64?
  /// The digest of the entry after it, where that one issued a slip.
  package var issuedDigest: [UInt8]?
  /// The digest of the slip that is stored under this serial.
  package var storedDigest: [UInt8]?
  /// The greatest serial stored; 0 for none.
  package var lastSerial: Int64 = 0
  /// How often the service was started.
  package var boots: Int64 = 0
  /// Of all slips stored: the last one whose log head is in the log where it belongs, before the first that is not.
  package var lastWitness: SlipWitness?
  package var firstDissent: Int64?

  package init() {}
}

/// A stored slip that agrees with the log, and the entry before its own.
package struct SlipWitness: Equatable, Sendable {
  package let serial: Int64
  package let entry: Int64

  package init(serial: Int64, entry: Int64) {
    self.serial = serial
    self.entry = entry
  }
}

/// One entry as it stands in the log.
package struct LoggedEvent: Equatable, Sendable {
  package let id: Int64
  package let at: Moment
  package let attempt: Attempt.ID?
  package let kind: String
  package let digest: [UInt8]
  package let note: String
  package let hash: [UInt8]

  package init(
    id: Int64, at: Moment, attempt: Attempt.ID?, kind: String, digest: [UInt8], note: String, hash: [UInt8]
  ) {
    self.id = id
    self.at = at
    self.attempt = attempt
    self.kind = kind
    self.digest = digest
    self.note = note
    self.hash = hash
  }
}

package protocol EvidenceStore {
  /// Reads the whole log: never on the writer, and never in place.
  func evidence(on claims: Claims) throws -> SlipEvidence
  /// The tokens of all slips that were revoked here.
  func revokedTokens() throws -> [SlipToken]
  /// Every entry in order, one at a time.
  func logged(_ body: (LoggedEvent) throws -> Void) throws
  /// How often the service was started.
  func bootCount() throws -> Int64
  /// What is read in `body` is of one moment.
  func reading<Value>(_ body: () throws -> Value) throws -> Value
}
