/// One page: its title, its main part and the scripts that make it nicer.
package struct Page: Sendable {
  package let title: String
  /// Chooses the width and rhythm in the style sheet.
  package let kind: StaticString
  package let main: Markup
  package let scripts: [String]
  /// Sheets beside the one that every page has.
  package let styles: [String]

  init(
    _ title: String, kind: StaticString = "plain", scripts: [String] = [], styles: [String] = [], main: Markup
  ) {
    self.title = title
    self.kind = kind
    self.scripts = scripts
    self.styles = styles
    self.main = main
  }
}

/// What surrounds every page.
struct Layout {
  let assets: Assets
  let officeName: String
  let isSample: Bool

  func render(_ page: Page) -> [UInt8] {
    let banner: Markup = isSample ? "<p class=\"sample\">\(Wording.sampleBanner)</p>" : ""
    let kind = Markup(stringLiteral: page.kind)
    let document: Markup = """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(page.title == Wording.product ? page.title : "\(page.title) – \(Wording.product)")</title>
      <link rel="stylesheet" href="\(assets.route("sathach.css"))">
      \(each: page.styles, { "<link rel=\"stylesheet\" href=\"\(assets.route($0))\">\n" })<link rel="icon" href="\(assets.route("icon.svg"))" type="image/svg+xml">
      \(each: page.scripts, { "<script type=\"module\" src=\"\(assets.route($0))\"></script>\n" })</head>
      <body class="page-\(kind)">
      <a class="skip" href="#main">\(Wording.skipToContent)</a>
      \(banner)<header class="top"><p class="product">\(Wording.product)</p><p class="office">\(officeName)</p></header>
      <main id="main">
      \(page.main)</main>
      </body>
      </html>

      """
    return document.bytes
  }
}
