import Assessment

/// What stands at the head and the foot of a report on paper, in the layout of administrative documents (Nghị định
/// 30/2020/NĐ-CP, Phụ lục I): rules of signing differ between communes, so every line is the office's.
package struct Letterhead: Equatable, Sendable {
  /// The body above the office, such as "UBND TỈNH TUYÊN QUANG"; empty where none is named.
  package let superior: String
  package let office: String
  /// What follows the number, as in "/BC-UBND".
  package let symbol: String
  /// Where the report is made, before the date.
  package let place: String
  /// On whose behalf, as in "TM. ỦY BAN NHÂN DÂN"; may be empty.
  package let authority: String
  /// "CHỦ TỊCH".
  package let position: String
  package let signer: String
  /// One a line, below "Nơi nhận".
  package let recipients: [String]

  package init(
    superior: String, office: String, symbol: String, place: String, authority: String, position: String,
    signer: String, recipients: [String]
  ) {
    self.superior = superior
    self.office = office
    self.symbol = symbol
    self.place = place
    self.authority = authority
    self.position = position
    self.signer = signer
    self.recipients = recipients
  }

  package static let longestLine = 120
  package static let mostRecipients = 10
}

/// A letterhead as it was kept: every change is a version of its own, and the newest is in force.
package struct KeptLetterhead: Equatable, Sendable {
  package let version: Int
  package let letterhead: Letterhead
  package let account: StaffID
  package let at: Moment

  package init(version: Int, letterhead: Letterhead, account: StaffID, at: Moment) {
    self.version = version
    self.letterhead = letterhead
    self.account = account
    self.at = at
  }
}

extension Kiosk {
  /// The one in force; one with the office's name alone where nobody has made one.
  package func letterhead() throws -> Letterhead {
    try store.letterhead()?.letterhead
      ?? Letterhead(
        superior: "", office: office.name, symbol: "", place: "", authority: "", position: "", signer: "",
        recipients: [])
  }

  /// - Throws: ``ReportRefusal/letterheadLine`` where a line is too long or holds control characters.
  package func keep(_ letterhead: Letterhead, by account: StaffID) throws {
    let lines = [
      letterhead.superior, letterhead.office, letterhead.symbol, letterhead.place, letterhead.authority,
      letterhead.position, letterhead.signer,
    ]
    guard !letterhead.office.isEmpty, letterhead.recipients.count <= Letterhead.mostRecipients,
      (lines + letterhead.recipients).allSatisfy(Self.isLine)
    else { throw UseCaseError.report(.letterheadLine) }
    guard try self.letterhead() != letterhead else { return }
    let version = (try store.letterhead()?.version ?? 0) + 1
    try store.add(KeptLetterhead(version: version, letterhead: letterhead, account: account, at: clock.now()))
    try store.append(
      Event(.letterheadChanged, note: "account=\(account) version=\(version)"), at: clock.now())
  }

  private static func isLine(_ text: String) -> Bool {
    text.count <= Letterhead.longestLine && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }
}

/// Why a report is not made.
package enum ReportRefusal: Error, Equatable, Sendable {
  case period(ReportPeriod.Fault)
  /// More rows than are given out through a page; the command line gives any number.
  case tooManyRows(most: Int)
  case letterheadLine
}
