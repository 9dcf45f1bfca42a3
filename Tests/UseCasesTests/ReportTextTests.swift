import Assessment
import Testing
import UseCases

@Suite("Report cells as text")
struct ReportTextTests {
  private func line(_ cells: [ReportCell], _ separator: ReportText.Separator = .comma) -> String {
    String(decoding: ReportText(separator).line(cells), as: UTF8.self)
  }

  @Test(
    "a text that a spreadsheet would take for a formula gets an apostrophe in front",
    arguments: ["=1+1", "+84", "-2", "@sum", "\tx", "\rx", "=HYPERLINK(\"x\")"])
  func defuses(text: String) {
    let made = line([.text(text)])
    #expect(made.hasPrefix("'") || made.hasPrefix("\"'"))
  }

  @Test("separators, quotes and line ends inside a text are quoted, and nothing else is")
  func quotes() {
    #expect(
      line([.text("Tổ 5"), .text("a,b"), .text("a\"b"), .text("a\nb")]) == "Tổ 5,\"a,b\",\"a\"\"b\",\"a\nb\"\r\n")
    #expect(line([.text("a,b"), .text("a;b")], .semicolon) == "a,b;\"a;b\"\r\n")
    #expect(line([.text("a\tb")], .tab) == "\"a\tb\"\r\n")
  }

  @Test("numbers are bare, decimals have the mark that goes with the separator, dates are ISO 8601")
  func numbers() {
    let cells: [ReportCell] = [
      .integer(12_345), .percent(tenths: 854), .percent(tenths: 5), .points(1_250), .points(7),
      .date(CivilDate(year: 2026, month: 2, day: 3)), .moment(Moment(milliseconds: 1_795_226_405_999)), .hidden, .empty,
    ]
    #expect(line(cells) == "12345,85.4,0.5,12.50,0.07,2026-02-03,2026-11-21 09:00:05,(ẩn),\r\n")
    #expect(line([.percent(tenths: 854), .points(7)], .semicolon) == "85,4;0,07\r\n")
  }
}
