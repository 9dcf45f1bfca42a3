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
  /// What the page shows, in a word that changes with it. A script that waits for the change asks for the head of the page
  /// and finds this word in its `ETag`.
  package let state: String?
  /// No other page may open the camera.
  package let usesCamera: Bool

  init(
    _ title: String, kind: StaticString = "plain", scripts: [String] = [], styles: [String] = [],
    refresh: Int? = nil, state: String? = nil, usesCamera: Bool = false, main: Markup
  ) {
    self.title = title
    self.kind = kind
    self.scripts = scripts
    self.styles = styles
    self.refresh = refresh
    self.state = state
    self.usesCamera = usesCamera
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
  func render(_ page: Page, bar: StaffBar? = nil, form: AppearanceForm? = nil, needs: Set<Need> = []) -> [UInt8] {
    let banner: Markup = isSample ? "<p class=\"sample\">\(Wording.sampleBanner)</p>" : ""
    let styles = bar == nil || page.styles.contains("staff.css") ? page.styles : ["staff.css"] + page.styles
    let refresh: Markup =
      page.refresh.map { "<noscript><meta http-equiv=\"refresh\" content=\"\($0)\"></noscript>\n" } ?? ""
    let document: Markup = """
      <!doctype html>
      <html lang="vi"\(classes(needs))\(" data-read-aloud=\"yes\"", if: needs.contains(.readAloud))>
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(page.title)\(" – \(Wording.product)", if: page.title != Wording.product)</title>
      <link rel="stylesheet" href="\(assets.address(of: "sathach.css"))">
      \(each: styles, { "<link rel=\"stylesheet\" href=\"\(assets.address(of: $0))\">\n" })<link rel="icon" href="\(assets.address(of: "icon.svg"))" type="image/svg+xml">
      \(refresh)\(each: (form == nil ? [] : [AppearanceForm.script]) + page.scripts, { "<script type=\"module\" src=\"\(assets.address(of: $0))\"></script>\n" })</head>
      <body class="page-\(page.kind)\(" staff", if: bar != nil)"\(state(page))>
      <a class="skip" href="#main">\(Wording.skipToContent)</a>
      \(banner)<header class="top"><p class="product">\(Wording.product)</p><p class="office">\(officeName)</p>
      \(form?.markup ?? "")</header>
      \(bar?.markup ?? "")\
      <main id="main">
      \(page.main)</main>
      </body>
      </html>

      """
    return document.bytes
  }

  private func classes(_ needs: Set<Need>) -> Markup {
    let classes = (needs.contains(.largeText) ? ["large-text"] : []) + appearance.classes
    return classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
  }

  private func state(_ page: Page) -> Markup {
    page.state.map { " data-state=\"\($0)\"" } ?? ""
  }
}
