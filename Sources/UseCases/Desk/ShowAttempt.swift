import Assessment

/// Everything the desk knows of one attempt.
package struct DeskView: Sendable {
  package let record: AttemptRecord
  package let person: StoredPerson?
  /// As on the board; nil where the attempt is over.
  package let row: BoardRow?
  package let deviceName: String?
  package let audience: String
  package let settled: Settled?
  /// Places of the part that counts, and how many of them are answered whole.
  package let asked: Int
  package let answered: Int
  package let helpCalledAt: Moment?
  package let acts: [DeskAct]
  package let help: HelpLedger
  package let lastAnswer: HelpAnswer?
  /// What it came to; nil where it is not handed in.
  package let result: AttemptResult?
  package let prints: Int
  /// In force, in their order.
  package let reasons: [Reason]
  /// Why acts were done, also by reasons that are in force no more.
  package let reasonTexts: [Reason.ID: String]
  package let colleagues: [StaffID: String]
  package let now: Moment

  /// The number of the last act: what a form of this page has seen.
  package var version: Int { acts.last?.number ?? 0 }
}

extension DeskView {
  /// What a clerk settled before the attempt began.
  package struct Settled: Sendable {
    package let hamlet: String?
    package let tags: [String]
    package let accommodations: Accommodations
    package let guardian: GuardianAgreement?
  }
}

extension Kiosk {
  /// Reads only.
  ///
  /// - Throws: ``DeskRefusal/notTested(_:)`` for practice, which is nobody's business.
  package func deskView(of id: Attempt.ID) throws -> DeskView {
    guard let record = try store.attempt(id) else { throw UseCaseError.unknownAttempt(id) }
    guard record.attempt.mode == .tested else { throw UseCaseError.desk(.notTested(id)) }
    let acts = try store.acts(on: id, after: 0)
    let help = try store.help(of: id)
    let row = try boardRow(of: id)
    let answer = try store.lastHelpAnswer(of: id)
    let result = record.attempt.state == .submitted ? try self.result(of: record) : nil
    return DeskView(
      record: record, person: try record.person.flatMap { try store.candidate($0) }, row: row,
      deviceName: try store.devices().first { $0.number == row?.device }?.name,
      audience: try store.rules(record.content).framework.audience(record.attempt.audience)?.name ?? "",
      settled: try store.seating(of: id).map(settled), asked: record.counts[.scored] ?? 0,
      answered: (record.counts[.scored] ?? 0) - (try store.openCount(of: id)),
      helpCalledAt: try store.openHelpCall(of: id), acts: acts, help: help, lastAnswer: answer, result: result,
      prints: try result?.slip.map { try store.printCount(of: $0.serial) } ?? 0, reasons: try store.reasons(),
      reasonTexts: try texts(of: acts.map(\.reason) + help.decisions.map(\.reason) + [record.attempt.pause]),
      colleagues: try names(
        of: acts.map(\.account) + help.acts.map(\.account) + help.decisions.map(\.account) + [answer?.account]),
      now: clock.now())
  }

  func settled(_ seating: Seating) throws -> DeskView.Settled {
    DeskView.Settled(
      hamlet: try seating.hamlet.flatMap { try store.hamletName($0) },
      tags: try seating.tags.compactMap { try store.tagName($0) }, accommodations: seating.accommodations,
      guardian: seating.guardian)
  }

  private func texts(of reasons: [Reason.ID?]) throws -> [Reason.ID: String] {
    var texts: [Reason.ID: String] = [:]
    for case let id? in reasons where texts[id] == nil { texts[id] = try store.reason(id)?.text }
    return texts
  }

  func names(of accounts: [StaffID?]) throws -> [StaffID: String] {
    var names: [StaffID: String] = [:]
    for case let id? in accounts where names[id] == nil { names[id] = try store.account(id)?.name }
    return names
  }
}
