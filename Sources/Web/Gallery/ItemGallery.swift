import Assessment
import UseCases

/// Every item of a bank on paper or screen for those who write, read and adopt items: as a candidate meets it, with key,
/// meanings, rationale and what the second reading changed. It shows keys, so no kiosk serves it.
package struct ItemGallery {
  package struct File: Sendable {
    package let name: String
    package let html: [UInt8]

    package init(name: String, html: [UInt8]) {
      self.name = name
      self.html = html
    }
  }

  private let bank: ItemBank

  package init(_ bank: ItemBank) {
    self.bank = bank
  }

  /// An index and one page for each competence that has items.
  package var files: [File] {
    let groups = bank.framework.competences.map { competence in
      (competence, bank.entries.map(\.item).filter { $0.competence == competence.id })
    }.filter { !$0.1.isEmpty }
    let pages = groups.map { competence, items in
      File(
        name: Self.name(of: competence),
        html: document(competence.name, body: "\(each: items, { ItemCard($0).markup })"))
    }
    return [File(name: "index.html", html: document(Wording.galleryTitle, body: index(groups)))] + pages
  }

  /// Some items on one page, as for a reading of items drawn by chance.
  package func page(of ids: [Item.ID], title: String) -> [UInt8] {
    let items = ids.compactMap { id in bank.entries.first { $0.item.id == id }?.item }
    return document(title, body: "\(each: items, { ItemCard($0).markup })")
  }

  private static func name(of competence: Competence) -> String {
    "\(competence.id).html"
  }

  private func index(_ groups: [(Competence, [Item])]) -> Markup {
    """
    <table class="counts"><thead><tr><th>\(Wording.galleryCompetence)</th><th>\(Wording.galleryArea)</th>\
    <th>\(Wording.galleryItems)</th><th>\(Wording.galleryTested)</th></tr></thead><tbody>
    \(each: groups, { row($0.0, $0.1) })</tbody></table>
    \(each: bank.framework.crosswalks, crosswalk)
    """
  }

  private func row(_ competence: Competence, _ items: [Item]) -> Markup {
    """
    <tr><td><a href="\(Self.name(of: competence))">\(competence.name)</a></td>\
    <td>\(bank.framework.area(competence.area)?.short ?? "")</td><td>\(items.count)</td>\
    <td>\(items.filter { $0.use == .tested && $0.retirement == nil }.count)</td></tr>

    """
  }

  /// The product's competences as they lie in another framework.
  private func crosswalk(_ crosswalk: Crosswalk) -> Markup {
    """
    <h2>\(crosswalk.name), \(crosswalk.version)</h2><p>\(crosswalk.note)</p>
    <table class="counts"><tbody>
    \(each: bank.framework.competences, { competence in
      """
      <tr><td>\(competence.name)</td><td>\(names(of: competence.crosswalk[crosswalk.id] ?? [], in: crosswalk))</td></tr>

      """
    })</tbody></table>

    """
  }

  private func names(of codes: [String], in crosswalk: Crosswalk) -> String {
    codes.map { code in
      "\(code) \(crosswalk.competences.first { $0.code == code }?.name ?? "")"
    }.joined(separator: "; ")
  }

  private func document(_ title: String, body: Markup) -> [UInt8] {
    let document: Markup = """
      <!doctype html>
      <html lang="vi">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      \(each: Self.styles, { "<link rel=\"stylesheet\" href=\"\($0)\">\n" })</head>
      <body class="page-gallery">
      <main id="main">
      <p><a href="index.html">\(Wording.galleryTitle)</a></p>
      <h1>\(title)</h1>
      \(body)</main>
      </body>
      </html>

      """
    return document.bytes
  }

  /// To be copied beside the pages.
  package static let styles = ["sathach.css", "answers.css", "screens.css", "gallery.css"]
}
