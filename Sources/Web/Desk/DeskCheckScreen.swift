import Assessment
import Slip
import UseCases

extension Site {
  /// The check for whoever sits at the desk: typed, scanned, or held before the camera.
  func deskCheck(_ visit: inout Visit) throws -> Response {
    visit.page(DeskCheckPage(token: try visit.tokenField(), answer: nil, form: CheckForm(isAtDesk: true)).page)
  }

  func deskCheck(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    let (kiosk, peer) = (visit.kiosk, visit.request.peer)
    let outcome = try CheckOutcome(fields) { text, holder in
      VerdictWording(atDesk: try kiosk.checkAtDesk(text, holder: holder, peer: peer))
    }
    var form = outcome.form
    form.isAtDesk = true
    let page = DeskCheckPage(token: try visit.tokenField(), answer: outcome.answer, form: form)
    return outcome.response(visit.page(page.page, status: outcome.status))
  }

  /// Answers `camera.js` in lines: what is in the picture, then the text and the number that were read.
  func readFrame(_ visit: Visit) throws -> Response {
    let finding = try visit.kiosk.readFrame(CameraFrame(visit.request).frame)
    let lines: [String] =
      switch finding {
      case .nothing: ["nothing"]
      case .slip(let text, let holder): ["slip", text, holder?.digits ?? ""]
      case .card(let number): ["card", number.digits]
      case .several: ["several"]
      case .foreign: ["foreign"]
      }
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", "text/plain; charset=utf-8"), Response.Header("Cache-Control", "no-store"),
        Response.Header("X-Content-Type-Options", "nosniff"),
      ], body: Array(lines.joined(separator: "\n").utf8))
  }
}

extension VerdictWording {
  /// With what this box knows: whose its own slip is, and when and why it was revoked.
  init(atDesk check: DeskCheck) {
    self.init(check.check)
    if let claims = check.check.claims { facts = Self.facts(claims) }
    guard let own = check.own else {
      if check.check.claims != nil { notes.append(CameraWording.otherBox) }
      return
    }
    if let name = own.name { facts.insert((SlipDeskWording.holder, name), at: 0) }
    facts.append((SlipDeskWording.columnCopies, String(own.prints)))
    if let revocation = check.revocation { notes.insert(revocation.revocationSentence, at: 0) }
    if own.revocation == nil, own.name != nil { notes.append(CameraWording.compareName) }
    link = (.desk(.slip(serial: own.slip.serial)), CameraWording.openSlip)
  }
}

struct DeskCheckPage {
  let token: Markup
  let answer: VerdictWording?
  let form: CheckForm

  var page: Page {
    Page(
      Wording.checkTitle, kind: "desk-check", scripts: ["check.js", "camera.js"], styles: ["desk-slips.css"],
      usesCamera: true,
      main: """
        <h1>\(Wording.checkTitle)</h1>
        \(answer?.section ?? "")<div class="columns">
        <form class="panel" method="post" action="\(Route.desk(.check))" autocomplete="off" id="check">\(token)
        \(form.markup)
        </form>
        \(CameraPanel(isAgain: answer != nil).markup)</div>

        """)
  }
}

/// What `camera.js` fills: its sentences stand here, so that all wording is in one place.
struct CameraPanel {
  let isAgain: Bool

  var markup: Markup {
    """
    <section class="panel camera" id="camera" aria-labelledby="camera-title" data-frames="\(Route.desk(.frames))"\
    \(each: sentences, { " data-\($0.0)=\"\($0.1)\"" })>
    <h2 id="camera-title">\(CameraWording.title)</h2>
    <p>\(CameraWording.help)</p>
    <div class="view" hidden><video muted playsinline aria-label="\(CameraWording.picture)"></video></div>
    <p class="says" role="status"></p>
    <div class="line-up"><button class="button" type="button" data-open hidden>\(isAgain ? CameraWording.openAgain : CameraWording.open)</button>
    <button class="button" type="button" data-close hidden>\(CameraWording.close)</button></div>
    <noscript><p>\(CameraWording.noScripts)</p></noscript>
    </section>

    """
  }

  private var sentences: [(Markup, String)] {
    [
      ("insecure", CameraWording.insecure), ("forbidden", CameraWording.forbidden), ("missing", CameraWording.missing),
      ("taken", CameraWording.taken), ("opening", CameraWording.opening), ("looking", CameraWording.looking),
      ("nothing", CameraWording.nothing), ("several", CameraWording.several), ("foreign", CameraWording.foreign),
      ("card", CameraWording.card), ("slip", CameraWording.slip), ("waiting", CameraWording.waiting),
      ("ended", CameraWording.ended), ("broken", CameraWording.broken), ("resting", CameraWording.resting),
    ]
  }
}
