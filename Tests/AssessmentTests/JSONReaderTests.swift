import Testing

@testable import Assessment

@Suite("Reading JSON")
struct JSONReaderTests {
  private func read(_ text: String) throws -> JSON {
    try JSONReader.read(Array(text.utf8))
  }

  @Test("values keep the line they began on")
  func knowsLines() throws {
    let json = try read("{\n \"a\": 1,\n \"b\": [\n  \"hả\"]}")

    #expect(json["b"]?.line == 3)
  }

  @Test("canonical form sorts names and drops spaces, so equal content has equal bytes")
  func isCanonical() throws {
    let one = try read(#"{ "b": [1, true, null], "a": "x\u1ea3\n" }"#).canonicalBytes
    let other = try read(#"{"a":"xả\n","b":[ 1,true , null ]}"#).canonicalBytes

    #expect(one == other)
    #expect(String(decoding: one, as: UTF8.self) == "{\"a\":\"xả\\u000a\",\"b\":[1,true,null]}")
  }

  @Test(
    "what is not strict JSON is refused with its line",
    arguments: [
      "", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "1.5", "1e3", "tru", "\"\u{1}\"", "\"\\x\"", "\"\\ud800\"", "[1] 2",
      "{\"a\" 1}", "-", "\"abc", "9999999999999999999", "\"\\u+123\"",
    ])
  func refuses(text: String) {
    #expect(throws: JSONFault.self) { try read(text) }
  }

  @Test("bytes that are not UTF-8 are refused")
  func refusesBadUTF8() {
    #expect(throws: JSONFault(line: 1, expected: "valid UTF-8")) { try JSONReader.read([0x22, 0xFF, 0x22]) }
  }

  @Test("a thousand nested lists are refused, not followed")
  func refusesDepth() {
    #expect(throws: JSONFault.self) { try read(String(repeating: "[", count: 1000)) }
  }
}
