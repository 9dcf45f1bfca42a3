import Assessment
import UseCases

extension Site {
  /// The first page: whom the test is for, or the attempt this browser left unfinished.
  func welcome(_ visit: inout Visit) throws -> Response {
    visit.renewDevice()
    if visit.request.door == .office, visit.device == nil { return visit.page(OfficeFrontPage().page) }
    if let record = try visit.kiosk.unfinished(of: visit.session) {
      let person = try record.person.flatMap { try visit.kiosk.store.candidate($0) }
      let page = UnfinishedPage(
        attempt: record.attempt.id,
        holder: person.map { (name: PersonName.masked($0.name), lastThree: $0.number.lastThree) },
        token: try visit.tokenField())
      return visit.page(page.page)
    }
    _ = try visit.ensureSession()
    return visit.page(WelcomePage(audiences: try visit.kiosk.store.audiences()).page)
  }

  /// Parts this browser from its attempt and gives it a new session, so that the next person meets a clean screen.
  func depart(_ visit: inout Visit) throws -> Response {
    if let session = visit.session { try visit.kiosk.leave(session) }
    try visit.renewSession()
    return visit.redirect(to: .welcome)
  }
}

struct WelcomePage {
  let audiences: [Audience]

  var page: Page {
    Page(
      Wording.product, kind: "welcome",
      main: """
        <p class="movement">\(Wording.movement)</p>
        <h1>\(Wording.welcomeTitle)</h1>
        <p class="lead">\(Wording.welcomeLead)</p>
        <h2>\(Wording.whoAreYou)</h2>
        <ul class="choices">
        \(each: audiences, { """
          <li><a class="choice" href="\(Route.audience($0.id))"><strong>\($0.name)</strong><span>\($0.description)</span></a></li>

          """ })</ul>
        <p class="actions"><a class="button quiet" href="\(Route.check)">\(Wording.toCheck)</a></p>

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
  let holder: (name: String, lastThree: String)?
  let token: Markup

  var page: Page {
    let whose = holder.map { Wording.unfinishedOf($0.name, $0.lastThree) } ?? Wording.unfinishedPractice
    return Page(
      Wording.unfinishedTitle,
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
