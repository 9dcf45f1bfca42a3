/// A device about to be enrolled: what was settled at the desk, and the code it must bring.
package struct EnrolmentDraft: Equatable, Sendable {
  /// Milliseconds for which a code holds.
  package static let lifetime: Int64 = 15 * 60_000

  /// Ten of ``Kiosk/codeSigns``: 46 bits.
  package let code: String
  package let number: Int
  package let name: String
  /// Who answers for it in the log.
  package let account: StaffID
  /// Milliseconds of the monotonic clock.
  package let madeAt: Int64

  package init(code: String, number: Int, name: String, account: StaffID, madeAt: Int64) {
    self.code = code
    self.number = number
    self.name = name
    self.account = account
    self.madeAt = madeAt
  }

  /// Minutes that are left, begun ones too.
  package func minutesLeft(at instant: Int64) -> Int {
    Int((Self.lifetime - (instant - madeAt) + 59_999) / 60_000)
  }
}

/// Codes by which devices are to be enrolled, in memory only: a stop of the service forgets them, and another is asked
/// for. Nothing else is lost by that, since a device is stored when it brings its code.
package protocol Enrolments: Sendable {
  /// In place of an earlier draft for the same number.
  func keep(_ draft: EnrolmentDraft)
  func draft(_ code: String, at instant: Int64) -> EnrolmentDraft?
  /// Those whose codes hold, by number.
  func drafts(at instant: Int64) -> [EnrolmentDraft]
  /// Uses a code up.
  func forget(_ code: String)
}

/// The bookkeeping behind ``Enrolments``, for one thread at a time.
package struct EnrolmentLedger: Sendable {
  private var drafts: [Int: EnrolmentDraft] = [:]

  package init() {}

  package mutating func keep(_ draft: EnrolmentDraft) {
    drafts[draft.number] = draft
  }

  package func draft(_ code: String, at instant: Int64) -> EnrolmentDraft? {
    drafts(at: instant).first { $0.code == code }
  }

  package func drafts(at instant: Int64) -> [EnrolmentDraft] {
    drafts.values.filter { (0..<EnrolmentDraft.lifetime).contains(instant - $0.madeAt) }.sorted {
      $0.number < $1.number
    }
  }

  package mutating func forget(_ code: String) {
    drafts = drafts.filter { $0.value.code != code }
  }
}
