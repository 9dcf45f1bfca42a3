import Assessment
import Slip
import UseCases

extension Site {
  func slipFile(_ visit: inout Visit, _ serial: Int64) throws -> Response {
    visit.page(try slipPage(&visit, serial).page)
  }

  private func slipPage(_ visit: inout Visit, _ serial: Int64) throws -> SlipPage {
    let file = try visit.kiosk.slipFile(serial)
    return SlipPage(
      file: file, reasons: try visit.kiosk.store.reasons(),
      confirmation: try file.person.map { try visit.kiosk.confirmationStanding(of: $0) },
      token: try visit.tokenField(), progress: try SheetProgress(visit.kiosk, file.slip.attempt, slip: file.slip))
  }

  /// Counts a sheet and leads to it.
  func printAtDesk(_ visit: inout Visit, _ serial: Int64, _ fields: FormFields) throws -> Response {
    if try orderAgain(&visit, serial) { return visit.redirect(to: .desk(.slip(serial: serial))) }
    guard let size = try visit.kiosk.printer.size ?? PaperSize(rawValue: fields.text("size", most: 8)) else {
      throw FormFault.unexpected("size", value: try fields.text("size", most: 8))
    }
    let reason = try Self.reason(in: fields)
    do {
      let copy = try visit.kiosk.printAtDesk(
        serial, for: reason, seen: try fields.integer("copies"), by: try visit.account())
      if visit.kiosk.printer.size != nil {
        try orderSheet(&visit, serial, copy: copy)
        return visit.redirect(to: .desk(.slip(serial: serial)))
      }
      return visit.redirect(to: .desk(.sheet(serial: serial, copy: copy, size: size)))
    } catch UseCaseError.desk(let refusal) where refusal != .unknownSlip {
      return try refused(refusal, &visit, serial) { $0.printReason = reason?.text ?? "" }
    }
  }

  /// A sheet that did not come is made again under its own number.
  private func orderAgain(_ visit: inout Visit, _ serial: Int64) throws -> Bool {
    guard let slip = try visit.kiosk.store.slip(serial: serial),
      let progress = try SheetProgress(visit.kiosk, slip.attempt, slip: slip), progress.hasFailed,
      try visit.kiosk.store.revocation(of: serial) == nil
    else { return false }
    try orderSheet(&visit, serial, copy: progress.copies)
    return true
  }

  private func orderSheet(_ visit: inout Visit, _ serial: Int64, copy: Int) throws {
    guard let slip = try visit.kiosk.store.slip(serial: serial),
      let record = try visit.kiosk.store.attempt(slip.attempt)
    else { throw UseCaseError.desk(.unknownSlip) }
    // The button pressed twice gives the sheet that waits already.
    order(&visit, record, copy: copy)
  }

  /// Asks once more before a slip is void for good.
  func revokeSlip(_ visit: inout Visit, _ serial: Int64, _ fields: FormFields) throws -> Response {
    let account = try visit.account()
    let reason = try Self.reason(in: fields)
    do {
      guard fields.has("confirmed") else {
        let file = try visit.kiosk.slipFile(serial)
        let given = try visit.kiosk.revocable(serial, for: reason ?? Reason.ID(""))
        return visit.page(RevocationPage(file: file, reason: given, token: try visit.tokenField()).page)
      }
      try visit.kiosk.revokeSlip(serial, for: reason ?? Reason.ID(""), by: account)
      return visit.redirect(to: .desk(.slip(serial: serial)))
    } catch UseCaseError.desk(let refusal) where refusal != .unknownSlip {
      return try refused(refusal, &visit, serial) { $0.isRevoking = true }
    }
  }

  static func reason(in fields: FormFields) throws -> Reason.ID? {
    let text = try fields.optional("reason", most: 40) ?? ""
    return text.isEmpty ? nil : Reason.ID(text)
  }

  /// The page as it is now, with what stood in the way.
  private func refused(
    _ refusal: DeskRefusal, _ visit: inout Visit, _ serial: Int64, _ change: (inout SlipPage) -> Void
  ) throws -> Response {
    var page = try slipPage(&visit, serial)
    page.fault = refusal.sentence
    change(&page)
    return visit.page(page.page, status: refusal.status)
  }

  /// The page around a sheet, drawn and read back here once.
  func deskSheet(_ visit: Visit, _ serial: Int64, copy: Int, size: PaperSize) throws -> Response {
    _ = try drawn(visit.kiosk, serial, copy: copy, size: size)
    return visit.page(
      SheetPage(
        picture: .desk(.sheetPicture(serial: serial, copy: copy, size: size)), size: size,
        exit: .desk(.slips), label: SlipDeskWording.toSlips, isAtDesk: true
      ).page)
  }

  func deskSheetPicture(_ visit: Visit, _ serial: Int64, copy: Int, size: PaperSize) throws -> Response {
    Self.picture(try drawn(visit.kiosk, serial, copy: copy, size: size))
  }

  private func drawn(_ kiosk: Kiosk, _ serial: Int64, copy: Int, size: PaperSize) throws -> [UInt8] {
    guard copy > 0, let slip = try kiosk.store.slip(serial: serial), let record = try kiosk.store.attempt(slip.attempt)
    else { throw UseCaseError.desk(.unknownSlip) }
    let (paper, text) = try sheetContent(kiosk, record, copy: copy)
    return try kiosk.sheet(paper, on: size, text: text)
  }
}
