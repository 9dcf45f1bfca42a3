import TestSupport
import Testing

@testable import Web

@Suite("Style sheets")
struct StylesheetTests {
  private func served(_ text: String, addresses: [String: String] = [:]) -> String {
    String(decoding: Stylesheet(Array(text.utf8)).served(shared: [:], addresses: addresses), as: UTF8.self)
  }

  @Test("a declaration with a custom property stands behind the same one with its plain value")
  func hasFallback() {
    #expect(
      served(":root { --ink: #123; --line: 1px solid var(--ink); }\n/* why */ p { border: var(--line); }")
        == ":root{--ink:#123;--line:1px solid var(--ink)}p{border:1px solid #123;border:var(--line)}")
    #expect(served("p { top: var(--none, 2px) }") == "p{top:2px;top:var(--none,2px)}")
    #expect(served("p { top: var(--none); }") == "p{top:var(--none)}")
  }

  @Test("a face without its files is left out, one with them has their addresses")
  func namesFaces() {
    let sheet = "@font-face { font-family: \"A\"; src: url(\"a.woff2\"); } p { top: 0; }"
    #expect(served(sheet) == "p{top:0}")
    #expect(served(sheet, addresses: ["a.woff2": "a-1.woff2"]).contains("src:url(\"a-1.woff2\")"))
  }

  @Test("no sheet of ours leaves a browser of 2016 with a declaration it cannot read and nothing before it")
  func serveOldBrowsers() throws {
    let files = try ShippedWeb.files()
    let shared = Stylesheet(try ShippedWeb.bytes(of: "web/sathach.css")).properties
    var uses = 0
    for file in files where file.isSheet {
      let text = String(
        decoding: Stylesheet(file.bytes).served(shared: shared, addresses: [:]), as: UTF8.self)
      for block in text.split(separator: "}") {
        let declarations = (block.split(separator: "{").last ?? "").split(separator: ";")
        for (index, declaration) in declarations.enumerated()
        where declaration.contains("var(") && !declaration.hasPrefix("--") {
          let property = declaration.prefix { $0 != ":" }
          let before = declarations[..<index].last { $0.hasPrefix(property + ":") }
          #expect(before.map { !$0.contains("var(") } ?? false, "\(file.name): \(declaration)")
          uses += 1
        }
      }
    }
    #expect(uses > 300)
  }
}

@Suite("Colours")
struct PaletteTests {
  @Test("black on white is 21:1, and the grey that just does is known")
  func measures() throws {
    let most = try #require(Palette.contrast("#000", "#ffffff"))
    let grey = try #require(Palette.contrast("#767676", "#fff"))
    #expect(abs(most - 21) < 0.001 && abs(grey - 4.542) < 0.001)
    #expect(Palette.contrast("red", "#fff") == nil)
  }

  @Test("on every ground text has 7:1 and boundaries 3:1")
  func areApart() throws {
    let palette = try ShippedWeb.palette()
    #expect(palette.themes.count == 3)
    for theme in palette.themes {
      for pair in Palette.pairs {
        let front = try #require(theme.colours[pair.front], "\(pair.front)")
        let back = try #require(theme.colours[pair.back], "\(pair.back)")
        let contrast = try #require(Palette.contrast(front, back))
        #expect(contrast >= pair.least, "\(theme.ground): \(pair.front) on \(pair.back) is \(contrast)")
      }
    }
  }
}
