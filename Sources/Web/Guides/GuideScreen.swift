import UseCases

extension Site {
  func guide(_ visit: inout Visit, _ name: Guide.Name) throws -> Response {
    guard let guide = guides[name] else { throw Problem.notFound }
    return visit.page(GuidePage(name: name, guide: guide, assets: assets).page)
  }
}

struct GuidePage {
  let name: Guide.Name
  let guide: Guide
  let assets: Assets

  var page: Page {
    Page(
      guide.title, kind: "guide", scripts: ["print-page.js"], styles: ["guide.css"],
      main: """
        \(places)<h1>\(guide.title)</h1>
        \(each: sections, section)\
        <p class="actions screen-only"><a class="button main" href="\(exit.route)">\(exit.label)</a>
        <button class="button" type="button" id="print" hidden>\(Wording.printButton)</button></p>

        """)
  }

  /// Residents have one page; colleagues may want each other's.
  private var places: Markup {
    guard name != .resident else { return "" }
    let others = Guide.Name.allCases
    return """
      <nav class="guides screen-only" aria-label="\(GuideWording.title)"><ul>
      \(each: others, { "<li><a href=\"\(Route.guide($0))\"\(" aria-current=\"page\"", if: $0 == name)>\(GuideWording.name($0))</a></li>\n" })</ul></nav>

      """
  }

  private var exit: (route: Route, label: String) {
    switch name {
    case .resident: (.welcome, GuideWording.toWelcome)
    case .desk: (.desk(.board), GuideWording.toBoard)
    case .officer: (.office(.front), GuideWording.toOffice)
    case .technician: (.office(.box), GuideWording.toBox)
    }
  }

  /// What stands on one sheet of paper each.
  private var sections: [[Guide.Block]] {
    var sections: [[Guide.Block]] = [[]]
    for block in guide.blocks {
      if case .section = block, sections[sections.count - 1].contains(where: \.isSection) { sections.append([]) }
      sections[sections.count - 1].append(block)
    }
    return sections
  }

  /// Steps are counted on through a section, whatever stands between them.
  private func section(_ blocks: [Guide.Block]) -> Markup {
    var steps = 1
    var parts: [Markup] = []
    for block in blocks {
      guard case .steps(let texts) = block else {
        parts.append(markup(block))
        continue
      }
      parts.append("<ol start=\"\(steps)\">\n\(each: texts, { "<li>\(words($0))</li>\n" })</ol>\n")
      steps += texts.count
    }
    return "<section class=\"sheet-of-guide\">\n\(each: parts, { $0 })</section>\n"
  }

  private func markup(_ block: Guide.Block) -> Markup {
    switch block {
    case .lead(let text): "<p class=\"lead\">\(words(text))</p>\n"
    case .section(let text): "<h2>\(text)</h2>\n"
    // Steps are written by their section.
    case .page, .steps: ""
    case .text(let text): "<p>\(words(text))</p>\n"
    case .points(let texts): "<ul>\n\(each: texts, { "<li>\(words($0))</li>\n" })</ul>\n"
    case .note(let text): "<p class=\"notice\">\(words(text))</p>\n"
    case .command(let text): "<pre>\(text)</pre>\n"
    case .picture(let name, let description):
      "<p class=\"picture\"><img src=\"\(assets.address(of: "guide-\(name).png"))\" alt=\"\(description)\" loading=\"lazy\"></p>\n"
    }
  }

  /// What stands on a screen word by word is set apart.
  private func words(_ text: String) -> Markup {
    let parts = text.split(separator: "“", omittingEmptySubsequences: false)
    return "\(String(parts[0]))\(each: Array(parts.dropFirst()), quoted)"
  }

  private func quoted(_ part: Substring) -> Markup {
    let halves = part.split(separator: "”", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    return "<b>“\(halves[0])”</b>\(halves.count > 1 ? halves[1] : "")"
  }
}

extension Guide.Block {
  fileprivate var isSection: Bool {
    if case .section = self { return true }
    return false
  }
}
