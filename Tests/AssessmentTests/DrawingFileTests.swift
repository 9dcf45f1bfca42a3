import Testing

@testable import Assessment

@Suite("A picture in a content file")
struct DrawingFileTests {
  private func read(_ text: String) throws -> (drawing: Drawing?, problems: [String]) {
    let findings = Findings(file: "a.json")
    let drawing = DrawingFile.read(try JSONReader.read(Array(text.utf8)), subject: "ds-1", findings: findings)
    return (drawing, findings.problems.map(\.description))
  }

  @Test("its members and the shapes of its lines are read")
  func reads() throws {
    let (drawing, problems) = try read(
      #"{"alt": "Một ô", "ear": "Một cái ô", "width": 320, "height": 240, "svg": ["<g>", "", "</g>"]}"#)

    #expect(problems.isEmpty)
    let alt = Item.Wording("Một ô", ear: "Một cái ô")
    #expect(drawing == Drawing(alt: alt, width: 320, height: 240, shapes: [.init(.group)]))
  }

  @Test("a line of more than 500 characters is read, as paths are long")
  func readsLongLines() throws {
    let path = "M0 0" + String(repeating: " L10 10", count: 500)
    let (drawing, problems) = try read(#"{"alt": "a", "width": 40, "height": 800, "svg": ["<path d='\#(path)'/>"]}"#)

    #expect(problems.isEmpty)
    #expect(drawing?.shapes.first?.properties == [.init(.d, path)])
  }

  @Test("a fault in a line is told at the line of the file on which that text stands")
  func tellsLines() throws {
    let (drawing, problems) = try read(
      """
      {"alt": "a", "width": 320, "height": 240,
       "svg": ["<rect/>",
         "<rect x='a'/>"]}
      """)

    #expect(drawing == nil)
    #expect(
      problems == [
        "a.json:3: ds-1: \"svg\", line 2: expected \"x\" as a number such as 12 or -3.5, without a unit"
      ])
  }

  @Test(
    "a missing, misshapen or unknown member is told",
    arguments: [
      (#"{"width": 99, "height": 99, "svg": ["<g/>"]}"#, "\"alt\" is missing"),
      (#"{"alt": "", "width": 99, "height": 99, "svg": ["<g/>"]}"#, "\"alt\" must be a text"),
      (#"{"alt": "a", "width": 39, "height": 99, "svg": ["<g/>"]}"#, "\"width\" must be a whole number from 40 to 800"),
      (#"{"alt": "a", "width": 99, "height": 801, "svg": ["<g/>"]}"#, "\"height\" must be a whole number"),
      (#"{"alt": "a", "width": 99, "height": 99}"#, "\"svg\" is missing"),
      (#"{"alt": "a", "width": 99, "height": 99, "svg": []}"#, "\"svg\" must be a list"),
      (#"{"alt": "a", "width": 99, "height": 99, "svg": "<g/>"}"#, "\"svg\" must be a list"),
      (#"{"alt": "a", "width": 99, "height": 99, "svg": ["<g/>", 1]}"#, "\"svg\" must be a list of texts"),
      (#"{"alt": "a", "width": 99, "height": 99, "svg": [""]}"#, "\"svg\", line 1: expected at least one shape"),
      (#"{"alt": "a", "width": 99, "height": 99, "svg": ["<g/>"], "id": "b"}"#, "\"id\" is no name here"),
      ("[]", "expected an object"),
    ])
  func tellsMembers(text: String, problem: String) throws {
    let problems = try read(text).problems

    #expect(problems.first?.hasPrefix("a.json:1: ds-1: \(problem)") ?? false, "\(problems)")
  }
}
