import UseCases

/// What of the box itself concerns whoever works at the desk; costs no statement.
struct BoardNotices {
  var doubt: ClockDoubt?
  var trouble: StorageTrouble?
  var isTight = false

  init() {}

  init(_ kiosk: Kiosk) {
    doubt = kiosk.clockWatch.doubt()
    trouble = kiosk.watch.trouble()
    isTight = kiosk.watch.room().isTight
  }

  var markup: Markup {
    """
    \(clock)\(disk)
    """
  }

  private var clock: Markup {
    guard doubt != nil else { return "" }
    return """
      <p class="notice" id="notice-clock">\(ClockWording.boardNotice) \
      <a class="button" href="\(Route.desk(.clock))">\(ClockWording.boardLink)</a></p>

      """
  }

  private var disk: Markup {
    guard trouble != nil || isTight else { return "" }
    let word = trouble != nil ? BoxWording.trouble : BoxWording.tight
    return "<p class=\"faults\" id=\"notice-disk\">\(word)</p>\n"
  }
}
