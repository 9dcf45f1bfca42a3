import Assessment
import UseCases

/// What the box's own printer does with the last sheet of an attempt, and what can be asked of it.
struct SheetProgress {
  /// Seconds between two looks of a browser without scripts.
  static let every = 5

  let isAdvice: Bool
  /// Sheets that were counted; 0 for advice, which nobody counts.
  let copies: Int
  let standing: PrintStanding?

  /// Nil where the box has no printer, and the browser prints.
  init?(_ kiosk: Kiosk, _ id: Attempt.ID, slip: StoredSlip?) throws {
    guard kiosk.printer.size != nil else { return nil }
    isAdvice = slip == nil
    copies = try slip.map { try kiosk.store.printCount(of: $0.serial) } ?? 0
    standing = kiosk.printer.standing(of: SheetOrder.Name(attempt: id, copy: copies))
  }

  /// Whether the page is to be looked at again.
  var isOpen: Bool { standing?.isOpen ?? false }

  /// In a word that changes with what is shown; nil where nothing changes any more.
  var state: String? {
    guard case .waiting(let trouble) = standing else { return nil }
    return "printing-\(copies)-\(trouble?.rawValue ?? "well")"
  }

  /// Whether the same sheet may be asked for again: it has not come.
  var hasFailed: Bool {
    if case .failed = standing { return true }
    return false
  }

  /// At a kiosk the first sheet, and one that did not come; every further one is the desk's.
  var isOfferedAtKiosk: Bool {
    isAdvice ? !isOpen : copies == 0 || hasFailed
  }

  /// What a resident is told.
  var notice: Markup {
    switch standing {
    case .waiting(nil):
      """
      <p class="notice" role="status">\(isAdvice ? PrinterWording.printingAdvice : PrinterWording.printing) \
      \(PrinterWording.printingHelp)</p>

      """
    case .waiting(let trouble?):
      """
      <p class="notice" role="status"><strong>\(PrinterWording.trouble(trouble))</strong> \(PrinterWording.stuck) \
      \(PrinterWording.stuckHelp)</p>

      """
    case .printed:
      """
      <p class="notice" role="status">\(isAdvice ? PrinterWording.printedAdvice : PrinterWording.printed)</p>

      """
    case .failed: "<p class=\"notice\" role=\"status\">\(PrinterWording.failed)</p>\n"
    case nil: copies > 0 ? "<p class=\"notice\">\(PrinterWording.unknown)</p>\n" : ""
    }
  }

  /// What a colleague is told.
  var deskNotice: Markup {
    switch standing {
    case .waiting(nil): "<p class=\"notice\" role=\"status\">\(PrinterDeskWording.printing)</p>\n"
    case .waiting(let trouble?):
      """
      <p class="faults" role="status">\(PrinterWording.trouble(trouble)) \(PrinterDeskWording.cure(trouble)) \
      \(PrinterDeskWording.itselfLater)</p>

      """
    case .printed: "<p class=\"notice\" role=\"status\">\(PrinterDeskWording.printed)</p>\n"
    case .failed(let trouble):
      """
      <p class="faults" role="status">\(PrinterDeskWording.failed)\
      \(trouble.markup { " \(PrinterWording.trouble($0)) \(PrinterDeskWording.cure($0))" })</p>

      """
    case nil: copies > 0 ? "<p class=\"notice\">\(PrinterDeskWording.unknown)</p>\n" : ""
    }
  }
}

extension Site {
  /// The first sheet of a slip comes by itself where the box has a printer.
  func printFirst(_ visit: inout Visit, _ id: Attempt.ID) throws {
    guard visit.kiosk.printer.size != nil, let record = try visit.kiosk.store.attempt(id),
      let slip = try visit.kiosk.store.slip(of: id), try visit.kiosk.store.printCount(of: slip.serial) == 0
    else { return }
    order(&visit, record, copy: try visit.kiosk.printSlip(of: record))
  }

  /// Has the printer make a sheet once all of this request is on the disk. Nobody is stopped where a sheet cannot be made:
  /// the page says that nothing is known of it, and the desk prints it.
  func order(_ visit: inout Visit, _ record: AttemptRecord, copy: Int) {
    guard let (paper, text) = try? sheetContent(visit.kiosk, record, copy: copy) else { return }
    visit.order = SheetOrder(
      name: SheetOrder.Name(attempt: record.attempt.id, copy: copy), paper: paper, text: text)
  }

  /// Nil where the browser prints.
  func printedByBox(_ visit: inout Visit, _ result: AttemptResult) throws -> Response? {
    let id = result.record.attempt.id
    guard let progress = try SheetProgress(visit.kiosk, id, slip: result.slip) else { return nil }
    if progress.isOfferedAtKiosk {
      let isFirst = !progress.isAdvice && progress.copies == 0
      order(&visit, result.record, copy: isFirst ? try visit.kiosk.printSlip(of: result.record) : progress.copies)
    }
    return visit.redirect(to: .result(id))
  }
}
