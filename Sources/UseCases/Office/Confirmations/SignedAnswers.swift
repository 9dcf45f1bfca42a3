import Assessment
import Bundles
import Slip

extension Kiosk {
  /// The province's signed answers as lines under the layout's own headings, so that they are looked at, applied and taken
  /// back like any other file of answers.
  ///
  /// - Throws: ``ConfirmationFault/noAnchor``, ``ConfirmationFault/signedAnswers(_:)``,
  ///   ``ConfirmationFault/answers(_:)`` where the layout has no heading for the slip's code.
  func signedRows(in file: [UInt8]) throws -> [(line: Int, cells: [String])] {
    let answers = try signedAnswers(in: file)
    let layout = try confirmationLayout().layout
    guard let code = layout.answerHeadings[.slipCode]?.first, let verdict = layout.answerHeadings[.verdict]?.first,
      let confirmed = layout.confirmedWords.first, let refused = layout.refusedWords.first
    else { throw UseCaseError.confirmation(.answers(.noColumn(.slipCode))) }
    let reason = layout.answerHeadings[.reason]?.first
    let head = [code, verdict] + (reason.map { [$0] } ?? [])
    let rows = answers.answers.enumerated().map { place, answer in
      let words = [SpokenCode(answer.token).text, answer.state == .confirmed ? confirmed : refused]
      return (line: place + 2, cells: words + (reason == nil ? [] : [answer.reason]))
    }
    return [(line: 1, cells: head)] + rows
  }

  private func signedAnswers(in file: [UInt8]) throws -> BoxAnswers {
    guard let anchor = try keyRing.provinceAnchor() else { throw UseCaseError.confirmation(.noAnchor) }
    let answers: BoxAnswers
    do throws(BundleFault) {
      answers = try BoxAnswers.open(file, anchor: anchor, issuer: office.issuer, check: signing.verify)
      if let other = answers.answers.first(where: { !office.keepsSlips(of: $0.issuer) }) {
        throw .forOther(other.issuer)
      }
    } catch {
      throw UseCaseError.confirmation(.signedAnswers(error))
    }
    return answers
  }

  /// People whom the province has put on its own list are on none of this box's, and an answer finds only who was listed:
  /// they are entered as a list that was handed over.
  func enterProvincesList(of file: [UInt8], by account: StaffID?) throws {
    let tokens = Set(try signedAnswers(in: file).answers.map(\.token))
    let slips = try store.listableSlips(most: BoxAnswers.mostAnswers).filter { slip in
      try store.slip(serial: slip.serial).map { tokens.contains($0.token) } ?? false
    }
    guard !slips.isEmpty else { return }
    let batch = try store.addBatch(layout: try confirmationLayout().number, by: account, at: clock.now())
    for slip in slips { try store.addEntry(slip, to: batch, at: clock.now()) }
    try note(.confirmationListed, by: account, "batch=\(batch) slips=\(slips.count) by=province")
    try markSent(batch, by: account)
  }
}
