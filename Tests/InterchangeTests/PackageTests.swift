import Assessment
import Testing

@testable import Archives
@testable import Interchange

@Suite("Packages of items")
struct PackageTests {
  private static let hotspot = """
    <assessmentItem identifier="chi-vao-nut" title="x"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
    <correctResponse><value>B</value></correctResponse></responseDeclaration><itemBody><p>Chỉ vào nút gửi.</p>
    <hotspotInteraction responseIdentifier="RESPONSE" maxChoices="1"><object data="../media/hinh.svg" type="image/svg+xml">Hai nút</object>
    <hotspotChoice identifier="A" shape="rect" coords="0,0,100,80" hotspotLabel="Nút hủy"/>
    <hotspotChoice identifier="B" shape="rect" coords="120,0,220,80" hotspotLabel="Nút gửi"/></hotspotInteraction></itemBody></assessmentItem>
    """
  private static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 80"><title>x</title><rect x="0" y="0" width="100" height="80"/>
    <g fill="#fff"><text x="130" y="40">Gửi</text></g></svg>
    """

  private func package(_ files: [(String, String)], manifest: String) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("imsmanifest.xml", Array("<manifest><resources>\(manifest)</resources></manifest>".utf8))
    for (name, text) in files { zip.add(name, Array(text.utf8)) }
    return zip.archive
  }

  private func resource(_ href: String, type: String = "imsqti_item_xmlv2p1", metadata: String = "") -> String {
    "<resource identifier=\"r\" type=\"\(type)\" href=\"\(href)\">\(metadata)</resource>"
  }

  @Test("a picture of the package comes in as shapes, with the places in it")
  func hotspot() throws {
    let archive = package(
      [("items/a.xml", Self.hotspot), ("media/hinh.svg", Self.svg)], manifest: resource("items/a.xml"))

    let item = try #require(try Told(archive).items.first)

    #expect(item.file == "items/a.xml")
    let picture = try #require(item.content["picture"])
    #expect(picture["alt"]?.string == "Hai nút")
    #expect(picture["width"]?.integer == 240 && picture["height"]?.integer == 80)
    #expect(
      picture["svg"]?.texts == [
        "<rect x=\"0\" y=\"0\" width=\"100\" height=\"80\"/>",
        "<g fill=\"#fff\"><text x=\"130\" y=\"40\">Gửi</text></g>",
      ])
    #expect(item.content["key"]?.texts == ["b"])
    #expect(item.content["regions"]?.list?.last?["box"]?.list?.compactMap(\.integer) == [120, 0, 100, 80])
  }

  @Test("keywords of the manifest say what our items have members for; the others are told")
  func keywords() throws {
    let words = ["competence:an-toan.mat-khau", "audience:nguoi-dan", "difficulty:3", "lớp 10"]
    let metadata =
      "<metadata><lom><general>" + words.map { "<keyword><string>\($0)</string></keyword>" }.joined()
      + "</general></lom></metadata>"
    let item = String(decoding: Bank.sample("qti/choice-2.1.xml"), as: UTF8.self)
    let told = try Told(package([("a.xml", item)], manifest: resource("a.xml", metadata: metadata)))

    #expect(told.items.first?.content["competence"]?.string == "an-toan.mat-khau")
    #expect(told.items.first?.content["difficulty"]?.integer == 3)
    #expect(told.notes(.partLeft).map(\.facts) == [["keyword: lớp 10"]])
  }

  @Test("a damaged item is refused by its file, and the others come in; what is no item is told")
  func damagedItem() throws {
    let good = String(decoding: Bank.sample("qti/order-3.0.xml"), as: UTF8.self)
    let told = try Told(
      package(
        [("bad.xml", "<assessmentItem>"), ("bomb.xml", "<!DOCTYPE a><a/>"), ("good.xml", good)],
        manifest: resource("bad.xml") + resource("bomb.xml") + resource("good.xml") + resource("away.xml")
          + resource("test.xml", type: "imsqti_test_xmlv2p1")))

    #expect(told.items.map(\.id) == ["thu-tu"])
    #expect(told.refused.map(\.reason) == [.unreadableEntry, .unreadableEntry, .brokenReference])
    #expect(told.refused.map(\.file) == ["bad.xml", "bomb.xml", "imsmanifest.xml"])
    #expect(told.notes(.partLeft).map(\.file) == ["test.xml"])
  }

  @Test(
    "pictures are looked for within the package alone",
    arguments: [
      "../../../etc/passwd.svg", "/etc/passwd.svg", "file:///etc/passwd.svg", "http://x/a.svg", "missing.svg",
    ])
  func pathTricks(name: String) throws {
    let item = Self.hotspot.split(separator: "../media/hinh.svg", omittingEmptySubsequences: false).joined(
      separator: name)
    let told = try Told(package([("items/a.xml", item), ("a.svg", Self.svg)], manifest: resource("items/a.xml")))

    #expect(told.items.isEmpty)
    #expect(told.refused.map(\.reason) == [.picture])
  }
}
