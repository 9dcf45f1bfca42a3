import UseCases

/// What of the box itself concerns whoever works at the desk; costs no statement.
struct BoardNotices {
  var doubt: ClockDoubt?
  var trouble: StorageTrouble?
  var isTight = false
  var printer: PrinterTrouble?

  init() {}

  init(_ kiosk: Kiosk) {
    doubt = kiosk.clockWatch.doubt()
    trouble = kiosk.watch.trouble()
    isTight = kiosk.watch.room().isTight
    printer = kiosk.printer.trouble()
  }

  var markup: Markup {
    """
    \(clock)\(disk)\(paper)
    """
  }

  private var clock: Markup {
    guard doubt != nil else { return "" }
    return """
      <p class="notice" id="notice-clock">\(ClockWording.boardNotice) \
      <a class="button" href="\(Route.desk(.clock))">\(ClockWording.boardLink)</a></p>

      """
  }

  private var paper: Markup {
    guard let printer else { return "" }
    return """
      <p class="faults" id="notice-printer">\(PrinterDeskWording.boardNotice) \(PrinterWording.trouble(printer)) \
      \(PrinterDeskWording.cure(printer))</p>

      """
  }

  private var disk: Markup {
    guard trouble != nil || isTight else { return "" }
    let word = trouble != nil ? BoxWording.trouble : BoxWording.tight
    return "<p class=\"faults\" id=\"notice-disk\">\(word)</p>\n"
  }
}
