import Testing

@testable import Web

@Suite("Markup")
struct MarkupTests {
  private func text(_ markup: Markup) -> String {
    String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test("texts are escaped, wherever they stand")
  func escapes() {
    let name = "<script>alert('x')</script> & \"Hoa\""

    #expect(
      text("<p title=\"\(name)\">\(name)</p>")
        == "<p title=\"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Hoa&quot;\">"
        + "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;Hoa&quot;</p>")
  }

  @Test("markup inside markup stays markup")
  func nests() {
    let inner: Markup = "<b>đậm</b>"
    #expect(text("<p>\(inner)</p>") == "<p><b>đậm</b></p>")
    #expect(text("<input\(" checked", if: true)\(" disabled", if: false)>") == "<input checked>")
    #expect(text("\(each: ["a", "<"], { "<i>\($0)</i>" })") == "<i>a</i><i>&lt;</i>")
  }
}

@Suite("Form fields")
struct FormFieldsTests {
  private func fields(_ body: String) throws -> FormFields {
    try FormFields(encoded: Array(body.utf8))
  }

  @Test("names and values are decoded as UTF-8, plus signs as spaces")
  func decodes() throws {
    let fields = try fields("name=Nguy%E1%BB%85n+Th%E1%BB%8B%20Hoa&go=next&empty=")

    #expect(try fields.text("name", most: 100) == "Nguyễn Thị Hoa")
    #expect(try fields.text("empty", most: 10).isEmpty)
    #expect(try fields.optional("other", most: 10) == nil)
  }

  @Test(
    "a form that is not clean is refused whole",
    arguments: [
      ("a=1&a=2", FormFault.repeated("a")), ("a=%", .brokenEscape), ("a=%4", .brokenEscape), ("a=%zz", .brokenEscape),
      ("a=%FF", .notUTF8), ("a=%00", .notUTF8), ("a=%C0%AF", .notUTF8),
    ])
  func refuses(body: String, fault: FormFault) {
    #expect(throws: fault) { try fields(body) }
  }

  @Test("missing, long and malformed values are told by name")
  func tellsFields() throws {
    let fields = try fields("long=12345&number=007")

    #expect(throws: FormFault.missing("name")) { try fields.text("name", most: 10) }
    #expect(throws: FormFault.tooLong("long", most: 4)) { try fields.text("long", most: 4) }
    #expect(throws: FormFault.unexpected("number", value: "007")) { try fields.integer("number") }
  }

  @Test("a body of another type or of too many fields is no form")
  func refusesOthers() {
    #expect(throws: FormFault.notAForm) {
      try FormFields(Request(.post, "/", contentType: "application/json", body: Array("{}".utf8)))
    }
    let many = (0..<100).map { "f\($0)=1" }.joined(separator: "&")
    #expect(throws: FormFault.tooLarge) { try fields(many) }
    #expect(throws: FormFault.tooLarge) { try fields("a=" + String(repeating: "x", count: FormFields.mostBytes)) }
  }
}
