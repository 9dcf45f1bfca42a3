import TestSupport
import Testing

/// What a screen reader goes by on every page in every state.
@Suite("Structure of pages")
struct StructureTests {
  @Test("headings go down one level at a time, from one first heading")
  func headingsDoNotJump() throws {
    for sample in try PageSamples.all() {
      let levels = Self.tags(sample.html).compactMap { tag -> Int? in
        guard tag.hasPrefix("h"), let second = tag.dropFirst().first, let level = second.wholeNumberValue else {
          return nil
        }
        return tag.dropFirst(2).first.map { $0 == " " || $0 == ">" } ?? true ? level : nil
      }
      #expect(levels.filter { $0 == 1 }.count == 1, "\(sample.name): \(levels)")
      for (before, after) in zip(levels, levels.dropFirst()) {
        #expect(after <= before + 1, "\(sample.name): \(levels)")
      }
    }
  }

  @Test(
    "every page has one main part, a way to it before all else, and a title that is not the product's alone but on the first pages"
  )
  func landmarks() throws {
    for sample in try PageSamples.all()
    where !["welcome", "office-front", "appearance-", "heard-welcome"].contains(where: sample.name.hasPrefix) {
      let tags = Self.tags(sample.html)
      #expect(tags.filter { $0.hasPrefix("main ") }.count == 1, "\(sample.name)")
      #expect(tags.first { $0.hasPrefix("a ") }?.contains("class=\"skip\"") == true, "\(sample.name)")
      #expect(!sample.html.contains("<title>Sát hạch kỹ năng số</title>"), "\(sample.name)")
    }
  }

  @Test("every field has a label: its own, or the one around it")
  func fieldsAreLabelled() throws {
    for sample in try PageSamples.all() {
      var isInLabel = false
      for tag in Self.tags(sample.html) {
        if tag.hasPrefix("label") { isInLabel = true }
        if tag.hasPrefix("/label") { isInLabel = false }
        guard tag.hasPrefix("input ") || tag.hasPrefix("select ") || tag.hasPrefix("textarea ") else { continue }
        if tag.contains("type=\"hidden\"") || isInLabel || tag.contains("aria-label") || tag.hasSuffix(" hidden") {
          continue
        }
        let id = tag.split(separator: "id=\"", maxSplits: 1, omittingEmptySubsequences: false).last?.prefix {
          $0 != "\""
        }
        #expect(id.map { sample.html.contains(" for=\"\($0)\"") } == true, "\(sample.name): \(tag)")
      }
    }
  }

  @Test("each line of what is to be mended leads to a field of the page, which says the same")
  func faultsLead() throws {
    var count = 0
    for sample in try PageSamples.all() where sample.html.contains("id=\"faults\"") {
      #expect(sample.html.contains("<title>Cần sửa: "), "\(sample.name)")
      for link in sample.html.split(separator: "<li><a href=\"#", omittingEmptySubsequences: false).dropFirst() {
        let field = link.prefix { $0 != "\"" }
        #expect(sample.html.contains("id=\"\(field)\""), "\(sample.name): \(field)")
        count += 1
      }
    }
    #expect(count >= 8)
  }

  /// What stands between "<" and ">", in order.
  private static func tags(_ html: String) -> [Substring] {
    html.split(separator: "<").map { $0.prefix { $0 != ">" } }
  }
}
