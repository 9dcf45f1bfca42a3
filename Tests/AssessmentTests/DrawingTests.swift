import Testing

@testable import Assessment

@Suite("Reading a drawing")
struct DrawingTests {
  private func read(_ lines: String...) throws(DrawingFault) -> [Drawing.Shape] {
    try DrawingReader.read(lines)
  }

  @Test("shapes, their attributes and words are read as a tree, in the order written")
  func readsTree() throws {
    let shapes = try read(
      "<rect x='0' y='0' width='360' height='240' fill='#eef'/>",
      "<g transform=\"translate(20 30)\">",
      "  <text x='4' font-weight='bold'>Số dư: <tspan fill='#0a0a0a'>1 &lt; 2</tspan></text>",
      "</g>")

    let span = Drawing.Shape(.tspan, [.init(.fill, "#0a0a0a")], [.text("1 < 2")])
    let text = Drawing.Shape(.text, [.init(.x, "4"), .init(.fontWeight, "bold")], [.text("Số dư: "), .shape(span)])
    let group = Drawing.Shape(.group, [.init(.transform, "translate(20 30)")], [.shape(text)])
    #expect(shapes.count == 2)
    #expect(shapes[0].properties.map(\.value) == ["0", "0", "360", "240", "#eef"])
    #expect(shapes[1] == group)
  }

  @Test("the five entities of XML stand for their characters")
  func readsEntities() throws {
    #expect(
      try read("<text>&lt;a&gt; &amp;amp; &quot;b&quot; &apos;</text>") == [
        Drawing.Shape(.text, [], [.text("<a> &amp; \"b\" '")])
      ])
  }

  @Test("runs of spaces and line breaks in words are one space, and a line break in a value is a space")
  func joinsLines() throws {
    #expect(
      try read("<text>Gọi", "   113</text><path d='M0 0", "L1 1'/>") == [
        Drawing.Shape(.text, [], [.text("Gọi 113")]), Drawing.Shape(.path, [.init(.d, "M0 0 L1 1")]),
      ])
  }

  @Test("a fault tells the line within the drawing and what was expected")
  func knowsLines() {
    #expect(throws: DrawingFault(line: 3, expected: "\"fill\" as #rgb, #rrggbb or none")) {
      try read("<g>", "<rect/>", "<rect fill='red'/>", "</g>")
    }
    #expect(throws: DrawingFault(line: 2, expected: "</g> for the element that begins here")) {
      try read("<rect/>", "<g>", "<rect/>")
    }
    #expect(throws: DrawingFault(line: 2, expected: "a closing quote")) { try read("<g>", "<path d='M0 0", "</g>") }
  }

  @Test("a drawing of 600 elements is read, one of 601 is not")
  func limitsElements() throws {
    let most = String(repeating: "<g/>", count: DrawingReader.mostElements)

    #expect(try read(most).count == 600)
    #expect(throws: DrawingFault(line: 2, expected: "at most 600 elements")) { try read(most, "<g/>") }
  }

  @Test("a drawing of 16 levels is read, one of 17 is not")
  func limitsDepth() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "<g>", count: levels) + String(repeating: "</g>", count: levels)
    }

    #expect(try read(nested(16)).count == 1)
    #expect(throws: DrawingFault(line: 1, expected: "at most 16 levels")) { try read(nested(17)) }
    #expect(throws: DrawingFault(line: 1, expected: "at most 16 levels")) { try read(nested(2_000)) }
  }

  @Test("a drawing of 24 KiB with its line breaks is read, one byte more is not, and 10 MB are refused unread")
  func limitsBytes() throws {
    let spaces = String(repeating: " ", count: DrawingReader.mostBytes - "<g/>\n".utf8.count)
    let tooLarge = DrawingFault(line: 2, expected: "at most 24576 bytes")

    #expect(try read("<g/>", spaces).count == 1)
    #expect(throws: tooLarge) { try read("<g/>", spaces + " ") }
    #expect(throws: tooLarge) { try read("<g/>", String(repeating: "<g>", count: 3_500_000)) }
  }

  @Test("elements stand where SVG has them", arguments: Drawing.Name.allCases)
  func nests(name: Drawing.Name) {
    let one = name.rawValue
    let isSpan = name == .tspan

    #expect(((try? read("<\(one)/>")) == nil) == isSpan)
    #expect(((try? read("<g><\(one)/></g>")) == nil) == isSpan)
    #expect(((try? read("<text><\(one)/></text>")) != nil) == isSpan)
    #expect(throws: DrawingFault.self) { try read("<rect><\(one)/></rect>") }
  }
}
