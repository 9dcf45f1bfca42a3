import Province
import Web

/// One page of the province: its title and its main part.
struct ProvincePage {
  let title: String
  let kind: StaticString
  let styles: [String]
  let main: Markup

  init(_ title: String, kind: StaticString = "plain", styles: [String] = [], main: Markup) {
    self.title = title
    self.kind = kind
    self.styles = styles
    self.main = main
  }
}

/// What surrounds every page. There is no script on any of them.
struct ProvinceLayout {
  /// What the pages refer to, of the files that boxes have too, and the province's own.
  static let sheets = ["sathach.css", "staff.css", "office-reports.css", "office-confirmations.css", "province.css"]
  let assets: Assets

  func render(_ page: ProvincePage, bar: ProvinceBar?) -> [UInt8] {
    let document: Markup = """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(page.title) – \(ProvinceWording.product)</title>
      \(each: ["sathach.css", "staff.css"] + page.styles + ["province.css"], { "<link rel=\"stylesheet\" href=\"\(assets.address(of: $0))\">\n" })\
      <link rel="icon" href="\(assets.address(of: "icon.svg"))" type="image/svg+xml">
      </head>
      <body class="page-\(page.kind) staff">
      <a class="skip" href="#main">\(ProvinceWording.skip)</a>
      <header class="top"><p class="product">\(ProvinceWording.product)</p></header>
      \(bar?.markup ?? "")<main id="main">
      \(page.main)</main>
      </body>
      </html>

      """
    return document.bytes
  }
}

/// What stands above every page of a signed-in officer.
struct ProvinceBar {
  let officer: Officer
  let route: ProvinceRoute
  let token: Markup

  var markup: Markup {
    """
    <nav class="bar-staff" aria-label="\(ProvinceWording.navigation)">
    <ul>\(each: places, { "<li><a href=\"\($0.route)\"\(" aria-current=\"page\"", if: $0.route == route.section)>\($0.name)</a></li>\n" })</ul>
    <p class="who"><a href="\(ProvinceRoute.password)">\(officer.name)</a></p>
    <form method="post" action="\(ProvinceRoute.leaving)">\(token)<button type="submit">\(ProvinceWording.leave)</button></form>
    </nav>

    """
  }

  private var places: [(route: ProvinceRoute, name: String)] {
    guard !officer.mustChangePassword else { return [] }
    return [
      (.overview, ProvinceWording.overview), (.reports, ProvinceWording.reports), (.targets, ProvinceWording.targets),
      (.confirmations, ProvinceWording.confirmations), (.published, ProvinceWording.published),
    ]
  }
}
