import Assessment
import UseCases

extension Site {
  func devices(_ visit: inout Visit) throws -> Response {
    visit.page(try DevicesPage(&visit).page)
  }

  func devicesPage(_ visit: inout Visit, again problem: StaffProblem, _ fields: FormFields) throws -> Page {
    var page = try DevicesPage(&visit)
    page.problem = problem
    (page.number, page.name) = (fields.typed("deviceNumber"), fields.typed("name"))
    return page.page
  }

  /// The code stands in the answer itself; asking again makes another.
  func draftDevice(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    // What is no number is refused as one that no device may have.
    let number = Int(try fields.text("deviceNumber", most: 400)) ?? 0
    let draft = try visit.kiosk.draftEnrolment(
      number: number, name: try fields.text("name", most: 400), by: try visit.account())
    return visit.page(try EnrolmentDraftPage(draft, visit).page)
  }

  func retireDevice(_ visit: inout Visit, _ id: Device.ID) throws -> Response {
    try visit.kiosk.retireDevice(id, by: try visit.account())
    return visit.redirect(to: .office(.devices), at: "retired")
  }
}

struct DevicesPage {
  struct Row {
    let device: Device
    /// Milliseconds since it asked for anything; nil where nothing was heard since the service started.
    let silentFor: Int64?
  }

  let rows: [Row]
  let drafts: [EnrolmentDraft]
  /// Of the monotonic clock.
  let instant: Int64
  let door: OfficeDoorState
  let token: Markup
  var problem: StaffProblem?
  var number: String
  var name = ""

  init(_ visit: inout Visit) throws {
    let kiosk = visit.kiosk
    let instant = kiosk.clock.monotonic()
    rows = try kiosk.store.devices().map { device in
      Row(device: device, silentFor: kiosk.presences.lastSeen(device: device.id).map { instant - $0.instant })
    }
    self.instant = instant
    drafts = kiosk.enrolments.drafts(at: instant)
    door = kiosk.doors.officeDoor()
    number = try kiosk.freeDeviceNumber().map(String.init) ?? ""
    token = try visit.tokenField()
  }

  var page: Page {
    Page(
      DeviceWording.title, kind: "devices", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(DeviceWording.title)</h1>
        \(AccountPage.told("retired", DeviceWording.retired))\(problem?.notice ?? "")\(doorNotice)<div class="list-and-form">
        <div>
        \(table)\(waiting)</div>
        \(form)</div>

        """)
  }

  private var table: Markup {
    guard !rows.isEmpty else { return "<p class=\"empty\">\(DeviceWording.none)</p>\n" }
    return """
      \(Components.scroll)<table class="list">
      <caption>\(DeviceWording.caption)</caption>
      <thead><tr><th scope="col" class="number">\(DeviceWording.columnNumber)</th><th scope="col">\(DeviceWording.columnName)</th>\
      <th scope="col">\(DeviceWording.columnEnrolled)</th><th scope="col">\(DeviceWording.columnSeen)</th>\
      <th scope="col">\(DeviceWording.columnAct)</th></tr></thead>
      <tbody>
      \(each: rows, row)</tbody>
      </table></div>

      """
  }

  private func row(_ row: Row) -> Markup {
    let device = row.device
    let retire = Asking(
      DeviceWording.retire, DeviceWording.retireAsk, DeviceWording.retireDo, .office(.deviceRetirement(device.id)),
      token)
    return """
      <tr><td class="number"><strong>\(device.number)</strong></td><th scope="row">\(device.name)</th>\
      <td>\(Formatting.date(CivilDate(device.enrolledAt)))</td><td>\(Self.ago(row.silentFor))</td>\
      <td>\(retire.markup(of: device.name))</td></tr>

      """
  }

  static func ago(_ milliseconds: Int64?) -> String {
    guard let milliseconds else { return DeviceWording.neverSeen }
    let minutes = Int(milliseconds / 60_000)
    switch minutes {
    case ..<2: return DeviceWording.seenNow
    case ..<120: return DeviceWording.seenMinutes(minutes)
    case ..<2_880: return DeviceWording.seenHours(minutes / 60)
    default: return DeviceWording.seenDays(minutes / 1_440)
    }
  }

  private var waiting: Markup {
    guard !drafts.isEmpty else { return "" }
    return """
      <h2>\(DeviceWording.drafts)</h2>
      <ul class="names">
      \(each: drafts, { """
        <li><span>\(DeviceWording.draftLine($0.number, $0.name, $0.minutesLeft(at: instant)))</span>\
        <form method="post" action="\(Route.office(.devices))">\(token)\
        <input type="hidden" name="deviceNumber" value="\($0.number)"><input type="hidden" name="name" value="\($0.name)">\
        <button class="button" type="submit">\(DeviceWording.draftAgain)</button></form></li>

        """ })</ul>

      """
  }

  private var doorNotice: Markup {
    switch door {
    case .open: ""
    case .off: Self.doorNotice(DeviceWording.doorOffTitle, DeviceWording.doorOffLead)
    case .shut: Self.doorNotice(DeviceWording.doorShutTitle, DeviceWording.doorShutLead)
    }
  }

  static func doorNotice(_ title: String, _ lead: String) -> Markup {
    "<p class=\"notice\"><strong>\(title).</strong> \(lead)</p>\n"
  }

  private var form: Markup {
    """
    <form class="panel" method="post" action="\(Route.office(.devices))" autocomplete="off">\(token)
    <h2>\(DeviceWording.newDevice)</h2>
    <label for="deviceNumber">\(DeviceWording.number)</label>
    <input id="deviceNumber" name="deviceNumber" type="text" inputmode="numeric" maxlength="2" value="\(number)"\
    \(" autofocus", if: problem != nil) required>
    <label for="name">\(DeviceWording.name)</label>
    <input id="name" name="name" type="text" maxlength="\(Device.longestName)" value="\(name)" aria-describedby="name-help" required>
    <p class="small" id="name-help">\(DeviceWording.nameHelp)</p>
    <button class="button main" type="submit">\(DeviceWording.draft)</button>
    </form>

    """
  }
}
