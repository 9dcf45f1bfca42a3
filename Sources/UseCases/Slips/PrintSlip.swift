import Assessment
import Slip

extension Kiosk {
  /// Counts one more sheet of a slip. The bytes of the slip stay what they are; only the sheet says which copy it is.
  package func printSlip(of record: AttemptRecord) throws -> Int {
    let now = clock.now()
    let copy = try countSheet(of: record, at: now)
    try store.append(
      Event(.slipPrinted, attempt: record.attempt.id, note: "serial=\(copy.serial) copy=\(copy.number)"), at: now)
    return copy.number
  }

  func countSheet(of record: AttemptRecord, at moment: Moment) throws -> (serial: Int64, number: Int) {
    guard let slip = try store.slip(of: record.attempt.id) else { throw UseCaseError.notPassed }
    guard try store.revocation(of: slip.serial) == nil else {
      throw UseCaseError.desk(.slipRevoked(serial: slip.serial))
    }
    guard try store.printCount(of: slip.serial) < Self.mostCopies else { throw UseCaseError.tooManyCopies }
    return (slip.serial, try store.addPrint(of: slip.serial, at: moment))
  }

  /// More sheets than anybody needs; beyond them something is wrong with the printer or the person.
  package static let mostCopies = 99

  /// A sheet as a picture, made only where its symbol reads back as the slip's text. Slow: never on the writer.
  ///
  /// - Parameter text: what the symbol on the sheet must say; nil for a sheet without one.
  /// - Throws: ``UseCaseError/unreadableSheet`` rather than offer a paper that no box could read.
  package func sheet(_ paper: Paper, on size: PaperSize, text: String?) throws -> [UInt8] {
    try press.picture(of: parts.raster(of: paper, on: size, text: text))
  }
}

extension Kiosk.Parts {
  /// As ``Kiosk/sheet(_:on:text:)``, as dots for a printer.
  package func raster(of paper: Paper, on size: PaperSize, text: String?) throws -> Raster {
    let raster = try press.raster(of: paper, on: size)
    if let text {
      guard try reader.texts(in: raster) == [text] else { throw UseCaseError.unreadableSheet }
    }
    return raster
  }
}
