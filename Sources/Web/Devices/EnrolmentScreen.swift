import UseCases

extension Site {
  /// On the device itself: whose it would become, to be compared with the desk's screen.
  func enrolment(_ visit: inout Visit, _ code: String) throws -> Response {
    do {
      let draft = try visit.kiosk.enrolment(code, peer: visit.request.peer)
      return visit.page(try EnrolmentPage(draft, code: code, &visit).page)
    } catch let error as UseCaseError {
      return try refusedEnrolment(error, visit)
    }
  }

  /// From now on this browser is the device.
  func enrol(_ visit: inout Visit, _ code: String, _ fields: FormFields) throws -> Response {
    do {
      let (draft, token) = try visit.kiosk.enrol(code, peer: visit.request.peer)
      visit.keepDevice(token)
      return visit.page(EnrolledPage(number: draft.number).page)
    } catch let error as UseCaseError {
      return try refusedEnrolment(error, visit)
    }
  }

  /// Whoever enrols is a colleague, though nobody has signed in on the tablet.
  private func refusedEnrolment(_ error: UseCaseError, _ visit: Visit) throws -> Response {
    switch error {
    case .desk:
      let problem = StaffProblem(error)
      return visit.page(EnrolmentRefusedPage(sentence: problem.sentence).page, status: problem.status)
    case .tooManyLookups(let seconds):
      var response = visit.page(EnrolmentRefusedPage(sentence: DeviceWording.wait(seconds)).page, status: 429)
      response.headers.append(Response.Header("Retry-After", String(seconds)))
      return response
    default: throw error
    }
  }

  /// Public, as certificates are: what matters is that its fingerprint is compared.
  func authority(_ visit: Visit) throws -> Response {
    guard case .open(let address) = visit.kiosk.doors.officeDoor(), let certificate = address.authority else {
      throw Problem.notFound
    }
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", "application/x-x509-ca-cert"),
        Response.Header("Cache-Control", "no-store"),
        Response.Header("X-Content-Type-Options", "nosniff"),
      ], body: certificate)
  }
}

struct EnrolmentPage {
  let draft: EnrolmentDraft
  let route: Route
  let office: String
  let door: OfficeDoorAddress?
  /// The number this browser has already.
  let present: Int?
  let token: Markup

  init(_ draft: EnrolmentDraft, code: String, _ visit: inout Visit) throws {
    self.draft = draft
    route = .enrolment(code)
    office = visit.kiosk.office.name
    // The kiosk's own door has nothing to be compared.
    if visit.request.door == .office, case .open(let address) = visit.kiosk.doors.officeDoor() {
      door = address
    } else {
      door = nil
    }
    present = visit.device?.number
    token = try visit.browserTokenField()
  }

  var page: Page {
    Page(
      DeviceWording.enrolTitle, kind: "enrolment", styles: ["desk-accounts.css"],
      main: """
        <h1>\(DeviceWording.enrolTitle)</h1>
        <p class="lead">\(DeviceWording.enrolLead)</p>
        \(replaces)<dl class="facts big">
        <dt>\(DeviceWording.enrolNumber)</dt><dd>\(draft.number)</dd>
        <dt>\(DeviceWording.name)</dt><dd>\(draft.name)</dd>
        <dt>\(DeviceWording.enrolOffice)</dt><dd>\(office)</dd>
        </dl>
        \(compared)<form class="actions" method="post" action="\(route)">\(token)
        <button class="button main" type="submit">\(DeviceWording.enrol)</button></form>

        """)
  }

  private var replaces: Markup {
    present.map { "<p class=\"notice\">\(DeviceWording.enrolReplaces($0))</p>\n" } ?? ""
  }

  private var compared: Markup {
    guard let door else { return "" }
    let file: Markup =
      door.authority == nil
      ? ""
      : """
      <p class="small">\(DeviceWording.enrolTrust) <a href="\(Route.authority)">\(DeviceWording.trustFile)</a></p>

      """
    return """
      <p><strong>\(DeviceWording.fingerprint)</strong></p>
      \(Fingerprint.markup(door.fingerprint))\(file)
      """
  }
}

struct EnrolledPage {
  let number: Int

  var page: Page {
    Page(
      DeviceWording.enrolledTitle(number), kind: "enrolment", styles: ["desk-accounts.css"],
      main: """
        <h1>\(DeviceWording.enrolledTitle(number))</h1>
        <p class="device-number" aria-hidden="true">\(number)</p>
        <p class="lead">\(DeviceWording.enrolledLead)</p>
        <p class="actions"><a class="button main" href="\(Route.welcome)">\(DeviceWording.toWelcome)</a></p>

        """)
  }
}

struct EnrolmentRefusedPage {
  let sentence: String

  var page: Page {
    Page(
      DeviceWording.refusedTitle, kind: "problem",
      main: """
        <h1>\(DeviceWording.refusedTitle)</h1>
        <p class="lead">\(sentence)</p>
        <p class="actions"><a class="button main" href="\(Route.welcome)">\(DeviceWording.toWelcome)</a></p>

        """)
  }
}
