import Assessment
import Testing

@testable import Web

@Suite("Drawings on a page")
struct DrawingMarkupTests {
  private func drawing(_ lines: String...) throws -> Drawing {
    Drawing(alt: Item.Wording("Hai ô"), width: 320, height: 240, shapes: try DrawingReader.read(lines))
  }

  private func text(_ markup: Markup) -> String {
    String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test("the picture names its size and its description, and holds its shapes as they were written")
  func writes() throws {
    let drawing = try drawing("<g fill='none'>", "<rect width='9' height='9'/><text>Gọi 113</text>", "</g>")

    #expect(
      text(drawing.markup)
        == #"<svg class="picture" viewBox="0 0 320 240" role="img" aria-label="Hai ô"><g fill="none">"#
        + #"<rect width="9" height="9"/><text>Gọi 113</text></g></svg>"#)
  }

  @Test("inside another picture the shapes stand without a root")
  func writesInner() throws {
    #expect(text(try drawing("<circle r='3'/>", "<circle r='4'/>").inner) == #"<circle r="3"/><circle r="4"/>"#)
  }

  @Test("who hears the page hears the description as it is spoken")
  func speaks() {
    let drawing = Drawing(alt: Item.Wording("Mã OTP", ear: "Mã ô tê pê"), width: 40, height: 40, shapes: [])

    #expect(text(drawing.markup).contains("aria-label=\"Mã ô tê pê\""))
  }

  @Test("words and the description are escaped")
  func escapes() throws {
    let shapes = try drawing("<text>&lt;script&gt; &amp;lt; &quot;</text>").shapes
    let drawing = Drawing(alt: Item.Wording("\"><script>"), width: 40, height: 40, shapes: shapes)

    #expect(text(drawing.inner) == "<text>&lt;script&gt; &amp;lt; &quot;</text>")
    #expect(text(drawing.markup).contains("aria-label=\"&quot;&gt;&lt;script&gt;\">"))
  }

  @Test("a value that no reader has seen is escaped all the same")
  func escapesValues() {
    let shape = Drawing.Shape(.rect, [.init(.fill, "\"/><script>")])
    let drawing = Drawing(alt: Item.Wording("a"), width: 40, height: 40, shapes: [shape])

    #expect(text(drawing.inner) == "<rect fill=\"&quot;/&gt;&lt;script&gt;\"/>")
  }

  @Test("every element is written by its own name", arguments: Drawing.Name.allCases)
  func writesNames(name: Drawing.Name) {
    let shape = Drawing.Shape(name, [], [.text("a")])
    let drawing = Drawing(alt: Item.Wording("a"), width: 40, height: 40, shapes: [shape])

    #expect(text(drawing.inner) == "<\(name.rawValue)>a</\(name.rawValue)>")
  }

  @Test("every attribute is written by its own name", arguments: Drawing.Attribute.allCases)
  func writesAttributes(attribute: Drawing.Attribute) {
    let shape = Drawing.Shape(.path, [.init(attribute, "1")])
    let drawing = Drawing(alt: Item.Wording("a"), width: 40, height: 40, shapes: [shape])

    #expect(text(drawing.inner) == "<path \(attribute.rawValue)=\"1\"/>")
  }
}
