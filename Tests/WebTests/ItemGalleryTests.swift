import Assessment
import TestSupport
import Testing
import Web

@Suite("The gallery of items")
struct ItemGalleryTests {
  private func pages() throws -> [String: String] {
    let files = ItemGallery(try SampleBank.make()).files
    return Dictionary(
      files.map { ($0.name, String(decoding: $0.html, as: UTF8.self)) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("there is an index and a page for every competence that has items")
  func files() throws {
    let pages = try pages()
    #expect(Set(pages.keys) == ["index.html", "mua-sam.mot.html", "an-toan.mot.html"])
    #expect(pages["index.html"]?.contains("href=\"an-toan.mot.html\"") == true)
  }

  @Test("every item stands there with its options, their meanings, the rationale and the second reading")
  func everything() throws {
    let page = try #require(try pages()["an-toan.mot.html"])
    for id in (1...8).map({ "an-toan-\($0)" }) + (1...3).map({ "an-toan-thu-\($0)" }) {
      #expect(page.contains("id=\"\(id)\""), "\(id)")
    }
    for text in ["Việc vội", "vội vàng", "Việc đúng thì an toàn.", "nguyên tắc chung", "Lần đọc thứ hai"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test("no page has a script, or loads anything from elsewhere")
  func inert() throws {
    for (name, page) in try pages() {
      #expect(!page.contains("<script") && !page.contains("http"), "\(name)")
    }
  }
}
