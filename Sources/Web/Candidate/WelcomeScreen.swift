import Assessment
import UseCases

extension Site {
  /// The first page: whom the test is for, whoever is asked to this device, or the attempt this browser left unfinished.
  func welcome(_ visit: inout Visit) throws -> Response {
    if visit.request.method == .get { visit.renewDevice() }
    if visit.request.door == .office, visit.device == nil { return visit.page(OfficeFrontPage().page) }
    if let record = try visit.kiosk.unfinished(of: visit.session) {
      if record.awaitsConsent { return visit.redirect(to: .consent(record.attempt.id)) }
      let person = try record.person.flatMap { try visit.kiosk.store.candidate($0) }
      let page = UnfinishedPage(
        attempt: record.attempt.id,
        holder: person.map { (name: PersonName.masked($0.name), ending: $0.number.ending) },
        token: try visit.tokenField())
      return visit.page(page.page)
    }
    _ = try visit.ensureSession()
    if let device = visit.device, let page = try awaited(&visit, device) { return visit.page(page) }
    let audiences = try visit.kiosk.store.audiences()
    var page = WelcomePage(audiences: audiences, device: visit.device)
    page.canBeLeft = visit.request.door == .kiosk && visit.kiosk.screen.canEnd
    if doors.opensSetup { page.setup = try visit.kiosk.hasOfficer() ? .office(.setup(nil)) : .staff(.firstOfficer) }
    page.signsIn = doors.opensDeskAtKiosk && visit.request.door == .kiosk && page.setup == nil
    return visit.page(page.page)
  }

  /// What a clerk has opened for this device: a seat, or practice for a class.
  private func awaited(_ visit: inout Visit, _ device: Device) throws -> Page? {
    let kiosk = visit.kiosk
    if let attempt = try kiosk.store.waitingAttempt(at: device.id), let seat = try kiosk.store.seatNumber(of: attempt) {
      return InvitationPage(seat: seat, token: try visit.tokenField()).page
    }
    guard let practice = try kiosk.openPractice() else { return nil }
    return PracticeClassPage(classroom: practice, token: try visit.tokenField()).page
  }

  /// Parts this browser from its attempt and gives it a new session, so that the next person meets a clean screen.
  func depart(_ visit: inout Visit) throws -> Response {
    if let session = visit.session { try visit.kiosk.leave(session) }
    try visit.renewSession()
    visit.forgetVoice()
    visit.forgetAppearance()
    visit.showClock(true)
    visit.forgetPages()
    return visit.redirect(to: .welcome)
  }
}

struct WelcomePage {
  let audiences: [Audience]
  /// Nil for a browser that nobody is asked to.
  let device: Device?
  /// Whether colleagues find the way out of the kiosk's screen here: no address can be typed there.
  var canBeLeft = false
  /// Where colleagues set the box up; nil once that is done.
  var setup: Route?
  /// Whether colleagues work at this screen too.
  var signsIn = false

  init(audiences: [Audience], device: Device?) {
    self.audiences = audiences
    self.device = device
  }

  /// In seconds; nothing is typed here.
  static let refresh = 20

  var page: Page {
    Page(
      Wording.product, kind: "welcome", scripts: device == nil ? [] : ["await.js"],
      refresh: device == nil ? nil : Self.refresh, state: device == nil ? nil : "free",
      main: """
        <p class="movement">\(Wording.movement)</p>
        <h1>\(Wording.welcomeTitle)</h1>
        <p class="lead">\(Wording.welcomeLead)</p>
        <h2>\(Wording.whoAreYou)</h2>
        <ul class="choices">
        \(each: audiences, { """
          <li><a class="choice" href="\(Route.audience($0.id))"><strong>\($0.name)</strong><span>\($0.description)</span></a></li>

          """ })</ul>
        <p class="actions"><a class="button quiet" href="\(Route.guide(.resident))">\(GuideWording.forResidents)</a>
        <a class="button quiet" href="\(Route.check)">\(Wording.toCheck)</a>
        <a class="button" href="\(Route.seats)">\(SeatWording.haveSeat)</a></p>
        \(forColleagues)
        """)
  }

  private var colleagues: [(route: Route, name: String)] {
    (canBeLeft ? [(.staff(.leave), LeaveWording.entry)] : []) + (setup.map { [($0, SetupWording.title)] } ?? [])
      + (signsIn ? [(.staff(.session), StaffWording.kioskSignIn)] : [])
  }

  private var forColleagues: Markup {
    guard !colleagues.isEmpty else { return "" }
    return """
      <p class="actions">\(each: colleagues, { "<a class=\"button quiet\" href=\"\($0.route)\">\($0.name)</a>" })</p>

      """
  }
}

/// A device to which somebody was asked: the number, nobody's name, and one button.
struct InvitationPage {
  let seat: SeatNumber
  let token: Markup

  var page: Page {
    Page(
      SeatWording.invited(seat.description), kind: "welcome", scripts: ["await.js"], styles: ["seat.css"],
      refresh: WelcomePage.refresh, state: "seat-\(seat)",
      main: """
        <h1 class="invited">\(SeatWording.invited(seat.description))</h1>
        <p class="lead">\(SeatWording.invitedLead)</p>
        <form class="actions equal" method="post" action="\(Route.seats)">\(token)
        <input type="hidden" name="seat" value="\(seat.description)">
        <button class="button main" type="submit">\(SeatWording.begin)</button>
        </form>
        <p class="actions"><a class="button quiet" href="\(Route.seats)">\(SeatWording.otherSeat)</a></p>

        """)
  }
}

/// A device of an office whose class practises.
struct PracticeClassPage {
  let classroom: Classroom
  let token: Markup

  var page: Page {
    Page(
      SeatWording.practiceOpen(classroom.title), kind: "welcome", scripts: ["await.js"], styles: ["seat.css"],
      refresh: WelcomePage.refresh, state: "class-\(Int(classroom.id))",
      main: """
        <h1 class="invited">\(SeatWording.practiceOpen(classroom.title))</h1>
        <p class="lead">\(SeatWording.practiceLead)</p>
        <form class="actions equal" method="post" action="\(Route.attempts)">\(token)
        <input type="hidden" name="audience" value="\(classroom.audience.text)">
        <input type="hidden" name="mode" value="practice">
        <button class="button main" type="submit">\(SeatWording.practiceBegin)</button>
        </form>
        <p class="actions"><a class="button quiet" href="\(Route.seats)">\(SeatWording.haveSeat)</a></p>

        """)
  }
}

/// What the office's network sees first, on a machine that is not enrolled: no test is taken there.
struct OfficeFrontPage {
  var page: Page {
    Page(
      Wording.product, kind: "welcome",
      main: """
        <p class="movement">\(Wording.movement)</p>
        <h1>\(Wording.officeFrontTitle)</h1>
        <p class="lead">\(Wording.officeFrontLead)</p>
        <ul class="choices">
        <li><a class="choice" href="\(Route.staff(.session))"><strong>\(StaffWording.signIn)</strong><span>\(Wording.signInHelp)</span></a></li>
        <li><a class="choice" href="\(Route.check)"><strong>\(Wording.toCheck)</strong><span>\(Wording.checkHelp)</span></a></li>
        </ul>

        """)
  }
}

struct UnfinishedPage {
  let attempt: Attempt.ID
  let holder: (name: String, ending: String)?
  let token: Markup

  var page: Page {
    let whose = holder.map { Wording.unfinishedOf($0.name, $0.ending) } ?? Wording.unfinishedPractice
    return Page(
      Wording.unfinishedTitle, clearsWhenIdle: true,
      main: """
        <h1>\(Wording.unfinishedTitle)</h1>
        <p class="lead">\(whose)</p>
        <p class="lead">\(Wording.unfinishedLead)</p>
        <form class="actions" method="post" action="\(Route.departure)">\(token)
        <button class="button" type="submit">\(Wording.someoneElse)</button>
        <a class="button main" href="\(Route.attempt(attempt))">\(Wording.goOn)</a>
        </form>

        """)
  }
}
