import Interchange
import Testing

@testable import Archives

@Suite("Archives and XML from outside")
struct ArchiveTests {
  @Test("an archive gives back what was put into it")
  func roundTrip() throws {
    var zip = ZipWriter()
    zip.add("thư mục/một.xml", Array("nội dung".utf8))
    zip.add("hai.xml", [])

    try zip.archive.withUnsafeBytes { bytes in
      let archive = try ZipArchive(bytes)
      #expect(archive.names == ["thư mục/một.xml", "hai.xml"])
      #expect(try archive.bytes(of: "thư mục/một.xml", atMost: 100) == Array("nội dung".utf8))
    }
  }

  @Test(
    "names that lead somewhere else are refused",
    arguments: ["../a", "a/../../b", "/etc/passwd", "C:/a", "a\\b", "./a"])
  func unsafeNames(name: String) {
    var zip = ZipWriter()
    zip.add(name, [1])

    let finding = #expect(throws: Finding.self) { try zip.archive.withUnsafeBytes { _ = try ZipArchive($0) } }
    #expect(finding?.reason == .unsafeName)
  }

  @Test("an entry that stands twice is refused")
  func repeatedNames() {
    var zip = ZipWriter()
    zip.add("a", [1])
    zip.add("a", [2])

    #expect(throws: Finding(.repeatedEntry, ["a"])) { try zip.archive.withUnsafeBytes { _ = try ZipArchive($0) } }
  }

  @Test("no prefix of an archive and no changed byte of its content is read as whole")
  func damage() throws {
    var zip = ZipWriter()
    zip.add("a", Array("nội dung".utf8))
    let whole = zip.archive

    for length in 0..<whole.count {
      #expect(throws: Finding.self) { try content(of: Array(whole[..<length])) }
    }
    var changed = whole
    changed[32] ^= 1
    #expect(throws: Finding(.damagedArchive, [], file: "a")) { try content(of: changed) }
  }

  private func content(of archive: [UInt8]) throws -> [UInt8] {
    try archive.withUnsafeBytes { try ZipArchive($0).bytes(of: "a", atMost: 100) }
  }

  @Test("a document type is refused where it stands, whatever it declares")
  func documentTypes() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"
    let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"

    #expect(throws: Finding(.documentType, line: 2)) { try parse(bomb) }
    #expect(throws: Finding(.documentType, line: 1)) { try parse(outside) }
  }

  @Test("XML too deep, not well-formed or in an unknown encoding is refused with its line")
  func refusals() {
    let deep = String(repeating: "<a>", count: 70)
    #expect(throws: Finding(.tooDeep, ["64"], line: 1)) { try parse(deep) }
    for text in ["<a>\n</b>", "<a>\n&nbsp;</a>", "<a>\n"] {
      let finding = #expect(throws: Finding.self) { try parse(text) }
      #expect(finding?.reason == .damagedXML && finding?.line == 2, "\(text)")
    }
  }

  @Test("names lose their prefix, texts are composed")
  func names() throws {
    let recorder = try parse("<q:a x:b=\"e\u{301}\"><q:c/>u\u{31B}</q:a>")

    #expect(recorder.told == ["<a b=é>", "<c>", "</c>", "ư", "</a>"])
  }

  @discardableResult
  private func parse(_ text: String) throws -> Recorder {
    let recorder = Recorder()
    let parser = try XMLParser(recorder)
    try Array(text.utf8).withUnsafeBytes { try parser.feed($0) }
    try parser.finish()
    return recorder
  }
}

private final class Recorder: XMLListener {
  var told: [String] = []

  func began(_ name: String, _ attributes: [XMLAttribute], line: Int) {
    told.append("<" + ([name] + attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ") + ">")
  }

  func ended(_ name: String) { told.append("</\(name)>") }
  func text(_ text: String) { told.append(Composition.composed(text)) }
}
