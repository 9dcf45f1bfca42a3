import Assessment
import UseCases

extension Site {
  /// Practice or tested: the two are told apart before anything is asked.
  func chooseMode(_ visit: inout Visit, _ audience: Audience.ID) throws -> Response {
    guard let content = try visit.kiosk.store.currentVersion(for: audience) else { throw Problem.unknownAudience }
    let rules = try visit.kiosk.store.rules(content)
    let page = ModePage(
      audience: audience, items: rules.blueprint.itemCount, minutes: rules.blueprint.minutes,
      isTestedHere: visit.kiosk.office.letsPeopleSeatThemselves, token: try visit.tokenField())
    return visit.page(page.page)
  }

  /// Starts an attempt: practice at once, tested after consent.
  func begin(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let session = try visit.ensureSession()
    let audience = Audience.ID(try fields.text("audience", most: 40))
    switch try fields.text("mode", most: 10) {
    case Attempt.Mode.practice.rawValue:
      return visit.redirect(to: .attempt(try visit.kiosk.beginPractice(for: audience, session: session)))
    case Attempt.Mode.tested.rawValue:
      // Silence is not consent: the one value that starts a test is written by the button that says so.
      guard try fields.text("consent", most: 10) == "given" else { throw UseCaseError.consentMissing }
      let notice = try fields.integer("notice")
      let id = try visit.kiosk.beginTested(for: audience, noticeVersion: notice, session: session)
      return visit.redirect(to: .seat(id))
    case let other: throw FormFault.unexpected("mode", value: other)
    }
  }
}

struct ModePage {
  let audience: Audience.ID
  let items: Int
  let minutes: Int
  /// Whether a test may begin here without the desk.
  let isTestedHere: Bool
  let token: Markup

  var page: Page {
    Page(
      Wording.chooseModeTitle, kind: "mode",
      main: """
        <h1>\(Wording.chooseModeTitle)</h1>
        <div class="pair">
        <form class="panel" method="post" action="\(Route.attempts)">\(token)
        <input type="hidden" name="audience" value="\(audience.text)">
        <input type="hidden" name="mode" value="practice">
        <h2>\(Wording.practiceTitle)</h2>
        \(points(Wording.practicePoints))<button class="button" type="submit">\(Wording.practiceButton)</button>
        </form>
        \(isTestedHere ? tested : atDesk)\
        </div>
        <p class="actions"><a class="button quiet" href="\(Route.welcome)">\(Wording.toWelcome)</a></p>

        """)
  }

  private var tested: Markup {
    """
    <section class="panel">
    <h2>\(Wording.testedTitle)</h2>
    \(points(Wording.testedPoints(items: items, minutes: minutes)))\
    <a class="button main" href="\(Route.notice(audience))">\(Wording.testedButton)</a>
    </section>

    """
  }

  private var atDesk: Markup {
    """
    <section class="panel">
    <h2>\(SeatWording.deskTitle)</h2>
    \(points(SeatWording.deskPoints + Wording.testedPoints(items: items, minutes: minutes).suffix(1)))\
    <a class="button main" href="\(Route.seats)">\(SeatWording.haveSeat)</a>
    </section>

    """
  }

  private func points(_ points: [String]) -> Markup {
    "<ul class=\"points\">\(each: points, { "<li>\($0)</li>" })</ul>\n"
  }
}
