import Assessment
import UseCases

/// The first run of a box in the browser: what is said goes into a site file, and the box makes itself what that says, as by
/// `sathach setup --from`.
extension Site {
  func setup(_ visit: inout Visit, _ step: SetupStep?, _ fields: FormFields?) throws -> Response {
    let state = try visit.kiosk.firstRun.state()
    guard let step else { return visit.page(SetupFrontPage(state: state, token: try visit.tokenField()).page) }
    guard state.isReachable(step) else { return visit.redirect(to: .office(.setup(nil))) }
    guard let fields else { return visit.page(try setupPage(&visit, step, state).page) }
    do {
      return try takeSetup(&visit, step, fields)
    } catch let fault as SetupFault {
      var page = try setupPage(&visit, step, state)
      page.fault = SetupWording.text(fault)
      page.typed = { fields.typed($0) }
      return visit.page(page.page, status: 422)
    }
  }

  private func takeSetup(_ visit: inout Visit, _ step: SetupStep, _ fields: FormFields) throws -> Response {
    let firstRun = visit.kiosk.firstRun
    switch step {
    case .place, .doors, .printer: try firstRun.keep(try SetupAnswer.lines(of: step, fields), of: step)
    case .backups: try keepBackups(firstRun, fields)
    case .restart:
      try firstRun.restart()
      return Self.comingBack(visit.page(RestartingPage.applying.page), to: .office(.setup(nil)))
    case .clock: throw Problem.methodNotAllowed
    case .key: return try saveKey(&visit, fields)
    case .recovery: return try takeRecovery(&visit, fields)
    case .slip:
      guard try takeSlip(visit.kiosk, fields) else { return visit.redirect(to: .office(.setup(.slip))) }
    }
    return try goOnWithSetup(visit)
  }

  /// The next step that is open, or the list of all.
  private func goOnWithSetup(_ visit: Visit) throws -> Response {
    visit.redirect(to: .office(.setup(try visit.kiosk.firstRun.state().next)))
  }

  private func keepBackups(_ firstRun: any FirstRun, _ fields: FormFields) throws {
    let folder = try SetupAnswer.folder(fields)
    let place = folder.map { "\($0)/sathach" } ?? ""
    if !place.isEmpty { try firstRun.makeFolder(place) }
    try firstRun.keep([SetupLine("backup-to", place)], of: .backups)
  }

  private func saveKey(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let firstRun = visit.kiosk.firstRun
    guard let folder = try SetupAnswer.folder(fields) else {
      try firstRun.note(.key)
      return try goOnWithSetup(visit)
    }
    let path = try firstRun.savePublicKey(in: folder)
    try firstRun.note(.key)
    var page = try setupPage(&visit, .key, try firstRun.state())
    page.done = SetupWording.saved(path)
    return visit.page(page.page)
  }

  /// Shown in the answer itself: no address brings the key a second time.
  private func takeRecovery(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let firstRun = visit.kiosk.firstRun
    guard try fields.text("go", most: 8) != "kept" else {
      try firstRun.note(.recovery)
      return try goOnWithSetup(visit)
    }
    let key = try firstRun.makeRecoveryKey()
    if try fields.text("go", most: 8) == "print" { try visit.kiosk.printRecoveryKey(key, SetupWording.keySheet(key)) }
    return visit.page(RecoveryKeyPage(key: key, token: try visit.tokenField()).page)
  }

  /// - Returns: whether the step is done with.
  private func takeSlip(_ kiosk: Kiosk, _ fields: FormFields) throws -> Bool {
    switch try fields.text("go", most: 8) {
    case "print":
      try kiosk.printTestSlip(
        title: SetupWording.slipTitle, lines: SetupWording.slipLines, label: SetupWording.slipCode)
      return false
    case "skip": try kiosk.firstRun.note(.slip)
    default: try kiosk.readBackTestSlip(try fields.text("code", most: 64))
    }
    return true
  }

  func settleClockOfSetup(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let state = try visit.kiosk.firstRun.state()
    guard state.isReachable(.clock) else { return visit.redirect(to: .office(.setup(nil))) }
    if let fault = try clockFault(visit, fields) {
      var page = try setupPage(&visit, .clock, state)
      page.fault = fault
      throw Instead(response: visit.page(page.page, status: 422))
    }
    try visit.kiosk.firstRun.note(.clock)
    return try goOnWithSetup(visit)
  }

  /// The end: whoever set the box up is signed out, since their pages are elsewhere from now on.
  func finishSetup(_ visit: inout Visit) throws -> Response {
    guard try visit.kiosk.firstRun.state().next == nil else { return visit.redirect(to: .office(.setup(nil))) }
    if let session = visit.staff { try visit.kiosk.signOut(session) }
    visit.signOut()
    try visit.kiosk.firstRun.finish()
    var door: String?
    if case .open(let address) = visit.kiosk.doors.officeDoor() { door = address.url }
    return Self.comingBack(visit.pageWithoutBar(RestartingPage.finished(door).page), to: .welcome)
  }

  private func setupPage(_ visit: inout Visit, _ step: SetupStep, _ state: SetupState) throws -> SetupPage {
    let kiosk = visit.kiosk
    var page = SetupPage(step: step, state: state, token: try visit.tokenField())
    page.sticks = kiosk.firstRun.sticks()
    page.hasRecoveryKey = kiosk.firstRun.hasRecoveryKey
    page.hasPrinter = kiosk.printer.size != nil
    page.standing = state.slipCode == nil ? nil : kiosk.printer.standing(of: Kiosk.testSlip)
    page.clock = ClockPage(
      now: kiosk.clock.now(), doubt: kiosk.clockWatch.doubt(), fault: nil, token: page.token)
    if step == .key { page.symbol = try kiosk.drawing.symbol(forText: try kiosk.firstRun.publicKey()) }
    return page
  }

  /// Seconds that a start takes at most on a small machine.
  private static let restartTakes = 6

  /// By a header, since the page that follows is another program's.
  private static func comingBack(_ response: Response, to route: Route) -> Response {
    var response = response
    response.headers.append(Response.Header("Refresh", "\(restartTakes);url=\(route.path)"))
    return response
  }
}
