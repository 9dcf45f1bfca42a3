import UseCases

/// What stands on the desk's screen while a device is enrolled: the symbol to scan, the same in words, and the fingerprint
/// that tells this box from any other that might answer.
struct EnrolmentDraftPage {
  let draft: EnrolmentDraft
  let door: OfficeDoorState
  let symbol: QRMatrix?
  /// Nil where the colleague sits at the box itself.
  let kioskURL: String?
  /// This very browser came by the kiosk's door and may be enrolled at once.
  let isAtKiosk: Bool

  init(_ draft: EnrolmentDraft, _ visit: Visit) throws {
    self.draft = draft
    door = visit.kiosk.doors.officeDoor()
    isAtKiosk = visit.request.door == .kiosk
    kioskURL = visit.kiosk.doors.kioskURL()
    if case .open(let address) = door {
      symbol = try visit.kiosk.drawing.symbol(forText: Self.link(draft, at: address))
    } else {
      symbol = nil
    }
  }

  /// As the symbol has it. What stands behind "#" never leaves the tablet; it is there for a reader that shows an address
  /// before it opens it, and for programs that compare.
  static func link(_ draft: EnrolmentDraft, at address: OfficeDoorAddress) -> String {
    let digits = address.fingerprint.filter { $0 != " " }
    return "\(self.address(draft, below: address.url))#sha256=\(digits)"
  }

  private static func address(_ draft: EnrolmentDraft, below url: String) -> String {
    "\(url)\(Route.enrolment(draft.code).path.dropFirst())"
  }

  var page: Page {
    Page(
      DeviceWording.draftTitle(draft.number), kind: "enrolling", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(DeviceWording.draftTitle(draft.number))</h1>
        <p class="lead">\(DeviceWording.draftLead(draft.name, Int(EnrolmentDraft.lifetime / 60_000)))</p>
        \(here)\(network)<p class="actions"><a class="button\(" main", if: !isAtKiosk)" href="\(Route.office(.devices))">\(DeviceWording.draftDone)</a></p>

        """)
  }

  private var here: Markup {
    guard isAtKiosk else { return "" }
    return """
      <section class="panel">
      <p>\(DeviceWording.onThisMachineLead)</p>
      <p class="actions"><a class="button main" href="\(Route.enrolment(draft.code))">\(DeviceWording.onThisMachine)</a></p>
      </section>

      """
  }

  private var network: Markup {
    switch door {
    case .off: "\(DevicesPage.doorNotice(DeviceWording.doorOffTitle, DeviceWording.doorOffLead))\(kiosk)"
    case .shut: "\(DevicesPage.doorNotice(DeviceWording.doorShutTitle, DeviceWording.doorShutLead))\(kiosk)"
    case .open(let address): tablet(address)
    }
  }

  private func tablet(_ address: OfficeDoorAddress) -> Markup {
    """
    <div class="beside">
    <div class="framed">\(symbol.map { Components.symbol($0, label: DeviceWording.symbol) } ?? "")
    <p>\(DeviceWording.code): <strong class="groups-of-four">\(EnrolmentCode.shown(draft.code))</strong></p>
    <p>\(DeviceWording.fingerprint)</p>
    \(Fingerprint.markup(address.fingerprint))</div>
    <section class="panel">
    <h2>\(DeviceWording.scanTitle)</h2>
    <p>\(DeviceWording.scanLead)<br><strong class="address">\(Self.address(draft, below: address.url))</strong></p>
    \(trust(address))<h2>\(DeviceWording.pressTitle)</h2>
    \(kiosk)</section>
    </div>

    """
  }

  private func trust(_ address: OfficeDoorAddress) -> Markup {
    guard address.authority != nil else { return "" }
    return """
      <h2>\(DeviceWording.trustTitle)</h2>
      <p>\(DeviceWording.trustLead)</p>
      <ul class="steps-list">\(each: DeviceWording.trustSteps, { "<li>\($0)</li>\n" })</ul>
      <p><strong>\(DeviceWording.fingerprintLead)</strong></p>

      """
  }

  /// The screen that is fixed to the box needs neither network nor trust.
  private var kiosk: Markup {
    guard !isAtKiosk, let kioskURL else { return "" }
    return """
      <p class="small">\(DeviceWording.onKiosk)<br><strong class="address">\(Self.address(draft, below: kioskURL))</strong></p>

      """
  }
}

/// Sixteen groups of four, in four lines of which the eye finds its own.
enum Fingerprint {
  static func markup(_ text: String) -> Markup {
    "<p class=\"fingerprint\">\(each: text.split(separator: " "), { "<span>\(String($0))</span> " })</p>\n"
  }
}
