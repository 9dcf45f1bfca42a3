import Assessment

/// One page: its title, its main part and the scripts that make it nicer.
package struct Page: Sendable {
  package let title: String
  /// Chooses the width and rhythm in the style sheet.
  package let kind: StaticString
  package let main: Markup
  package let scripts: [String]
  /// Sheets beside the one that every page has.
  package let styles: [String]
  /// Seconds after which a browser without scripts asks again; only for pages on which nothing is typed.
  package let refresh: Int?
  /// Where that leads; nil for the page itself.
  package let refreshesTo: Route?
  /// What the page shows, in a word that changes with it. A script that waits for the change asks for the head of the page
  /// and finds this word in its `ETag`.
  package let state: String?
  /// No other page may open the camera.
  package let usesCamera: Bool
  /// No other page may open the microphone.
  package let usesMicrophone: Bool
  /// Whether it clears itself when nobody is there; nil where its address says so: see ``Route/clearsWhenIdle``.
  package let clearsWhenIdle: Bool?
  /// A form that comes back with something to mend: its title says so first.
  package let hasFaults: Bool

  init(
    _ title: String, kind: StaticString = "plain", scripts: [String] = [], styles: [String] = [],
    refresh: Int? = nil, refreshesTo: Route? = nil, state: String? = nil, usesCamera: Bool = false,
    usesMicrophone: Bool = false, clearsWhenIdle: Bool? = nil, hasFaults: Bool = false,
    main: Markup
  ) {
    self.title = title
    self.kind = kind
    self.scripts = scripts
    self.styles = styles
    self.refresh = refresh
    self.state = state
    self.refreshesTo = refreshesTo
    self.usesCamera = usesCamera
    self.usesMicrophone = usesMicrophone
    self.clearsWhenIdle = clearsWhenIdle
    self.hasFaults = hasFaults
    self.main = main
  }
}

/// What surrounds every page.
struct Layout {
  let assets: Assets
  let officeName: String
  let isSample: Bool
  var appearance = Appearance()

  /// - Parameters:
  ///   - bar: of a signed-in colleague.
  ///   - form: the buttons that change how the page looks.
  ///   - needs: of the person at the attempt that the page is about.
  ///   - idle: where the page is to clear itself.
  ///   - player: what reads the page aloud.
  func render(
    _ page: Page, bar: StaffBar? = nil, form: AppearanceForm? = nil, needs: Set<Need> = [], idle: IdleQuestion? = nil,
    player: Markup? = nil
  ) -> [UInt8] {
    let banner: Markup = isSample ? "<p class=\"sample\">\(Wording.sampleBanner)</p>" : ""
    let styles = bar == nil || page.styles.contains("staff.css") ? page.styles : ["staff.css"] + page.styles
    let sheets = styles + (idle == nil ? [] : [IdleQuestion.style]) + (player == nil ? [] : ["player.css"])
    let scripts = page.scripts + (idle == nil ? [] : [IdleQuestion.script]) + (player == nil ? [] : ["player.js"])
    let document: Markup = """
      <!doctype html>
      <html lang="vi"\(classes(needs))\(" data-read-aloud=\"yes\"", if: needs.contains(.readAloud))>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\("\(Wording.faultyTitle)", if: page.hasFaults)\(page.title)\(" – \(Wording.product)", if: page.title != Wording.product)</title>
      <link rel="stylesheet" href="\(assets.address(of: "sathach.css"))">
      \(each: sheets, { "<link rel=\"stylesheet\" href=\"\(assets.address(of: $0))\">\n" })<link rel="icon" href="\(assets.address(of: "icon.svg"))" type="image/svg+xml">
      \(refresh(page))\(idle.markup { $0.refresh })\(each: (form == nil ? [] : [AppearanceForm.script]) + scripts, { "<script type=\"module\" src=\"\(assets.address(of: $0))\"></script>\n" })</head>
      <body class="page-\(page.kind)\(" staff", if: bar != nil)"\(state(page))>
      <a class="skip" href="#main">\(Wording.skipToContent)</a>
      \(banner)<header class="top"><p class="product">\(Wording.product)</p><p class="office">\(officeName)</p>
      \(form?.markup ?? "")</header>
      \(bar?.markup ?? "")\(player ?? "")\
      <main id="main">
      \(page.main)</main>
      \(idle.markup { $0.markup })</body>
      </html>

      """
    return document.bytes
  }

  private func classes(_ needs: Set<Need>) -> Markup {
    let classes = (needs.contains(.largeText) ? ["large-text"] : []) + appearance.classes
    return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }

  private func refresh(_ page: Page) -> Markup {
    guard let seconds = page.refresh else { return "" }
    let target: Markup = page.refreshesTo.map { ";url=\($0)" } ?? ""
    return "<noscript><meta http-equiv=\"refresh\" content=\"\(seconds)\(target)\"></noscript>\n"
  }

  private func state(_ page: Page) -> Markup {
    page.state.map { " data-state=\"\($0)\"" } ?? ""
  }
}
