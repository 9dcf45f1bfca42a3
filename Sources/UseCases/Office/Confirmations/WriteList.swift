import Assessment
import Slip

/// A list as it leaves the office: headings and lines of text, in the layout it was made with.
package struct ConfirmationList: Equatable, Sendable {
  package let batch: ConfirmationBatch
  package let headings: [String]
  package let fields: [ConfirmationLayout.Field]
  package let rows: [[String]]
}

extension Kiosk {
  /// A list with names and numbers. Whoever writes it into a file notes the disclosure: see ``noteDisclosure(of:rows:format:digest:by:)``.
  package func confirmationList(_ id: ConfirmationBatch.ID) throws -> ConfirmationList {
    guard let batch = try store.batch(id) else { throw UseCaseError.confirmation(.unknownBatch(id)) }
    guard let text = try store.confirmationLayout(batch.layout) else {
      throw UseCaseError.confirmation(.layout(.missing("columns")))
    }
    let layout = try layout(text)
    return ConfirmationList(
      batch: batch, layout: layout, slips: try store.slips(in: id).map { ($0, office.issuer) },
      audiences: try store.audiences())
  }

  /// Names and numbers have left the store in a file: who took them, when, and how many stand in the register.
  ///
  /// - Parameter digest: SHA-256 of the file.
  package func noteDisclosure(
    of id: ConfirmationBatch.ID, rows: Int, format: String, digest: [UInt8], by account: StaffID?
  ) throws {
    try disclose(
      Disclosure(
        kind: .confirmationList, subject: String(id), rows: rows, format: format, digest: digest, account: account,
        at: clock.now()),
      note: "batch=\(id) rows=\(rows) format=\(format)")
  }
}

extension ConfirmationList {
  /// - Parameter slips: each with the box that issued it; those taken off the list again are left out.
  package init(
    batch: ConfirmationBatch, layout: ConfirmationLayout, slips: [(slip: ListedSlip, issuer: Issuer)],
    audiences: [Audience]
  ) {
    let rows = slips.filter { $0.slip.entry.state != .withdrawn }.enumerated().map { index, listed in
      layout.columns.map {
        Self.cell($0.field, of: listed.slip, by: listed.issuer, row: index + 1, audiences: audiences)
      }
    }
    self.init(
      batch: batch, headings: layout.columns.map(\.heading), fields: layout.columns.map(\.field), rows: rows)
  }

  private static func cell(
    _ field: ConfirmationLayout.Field, of slip: ListedSlip, by issuer: Issuer, row: Int, audiences: [Audience]
  ) -> String {
    switch field {
    case .row: String(row)
    case .slipCode: SpokenCode(slip.token).text
    case .name: slip.name
    case .number: slip.number?.digits ?? ""
    case .birth: Self.written(birth: slip.birth)
    case .sex: slip.sex.map { $0 == .male ? "Nam" : "Nữ" } ?? ""
    case .audience: audiences.first { $0.id == slip.audience }?.name ?? slip.audience.text
    case .passedOn: CivilDate(slip.submittedAt).isoText
    case .issuer: issuer.text
    case .serial: String(slip.entry.serial)
    case .slipText: SlipText.encode(slip.bytes)
    }
  }

  /// As it is written here: 02/09/1958, or the year alone.
  private static func written(birth: String) -> String {
    let parts = birth.split(separator: "-")
    return parts.count == 3 ? "\(parts[2])/\(parts[1])/\(parts[0])" : birth
  }
}

extension CivilDate {
  /// 2026-11-21.
  package var isoText: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
