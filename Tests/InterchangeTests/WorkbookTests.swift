import Interchange
import Testing

@testable import Archives

@Suite("Workbooks")
struct WorkbookTests {
  @Test("shared, inline and computed texts, numbers, truth values and dates become texts")
  func values() throws {
    let sheet = """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>hai_x000A_dòng</t></is></c></row>
      <row r="4"><c t="b"><v>1</v></c><c><v>150000</v></c><c><v>0.1</v></c><c s="1"><v>46023</v></c><c s="2"><v>46023.5</v></c>
      <c t="str"><f>A2&amp;"!"</f><v>Hoa!</v></c><c t="e"><v>#REF!</v></c></row>
      """
    let styles = """
      <numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd/mm/yyyy&quot; ngày&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>
      """
    let shared = "<si><r><t>bà </t></r><r><t>Hoa</t></r><rPh><t>x</t></rPh></si>"

    let rows = try Workbooks.table(Workbooks.archive(sheet: sheet, styles: styles, shared: shared)).rows

    #expect(
      rows == [
        TableRow(line: 2, cells: ["bà Hoa", "", "hai\ndòng"]),
        TableRow(
          line: 4, cells: ["TRUE", "150000", "0.1", "2026-01-01", "2026-01-01T12:00:00", "Hoa!", "#REF!"], formulas: [5]
        ),
      ])
  }

  @Test(
    "serial days are dates of both calendars, with the leap day of 1900 that never was",
    arguments: [
      (1.0, false, "1900-01-01"), (59, false, "1900-02-28"), (61, false, "1900-03-01"), (0.75, false, "18:00:00"),
      (25_569, false, "1970-01-01"), (2_958_465, false, "9999-12-31"), (0, true, "1904-01-01"),
      (24_107, true, "1970-01-01"), (45_351.999999, false, "2024-02-29T23:59:59"),
    ])
  func serials(serial: Double, startsIn1904: Bool, expected: String) {
    // The last one is 86 ms short of midnight, which rounds to the next day's beginning.
    let text = SerialDate.text(serial, startsIn1904: startsIn1904)
    #expect(text == (serial == 45_351.999999 ? "2024-03-01" : expected))
  }

  @Test("format codes are told apart", arguments: ["0.00", "[Red]0", "\"days\"0", "General", "\\d0", "#,##0 _d"])
  func numbersAreNoDates(code: String) {
    #expect(!NumberFormat.isDate(code))
    #expect(NumberFormat.isDate(code + "yyyy"))
  }

  @Test("cells that are not what they say are refused with row and column")
  func badCells() {
    let cells = [
      "<c r=\"B7\" t=\"s\"><v>9</v></c>", "<c r=\"B7\"><v>x</v></c>", "<c r=\"B7\"><v>nan</v></c>",
      "<c r=\"B7\" t=\"z\"><v>1</v></c>",
    ]
    for cell in cells {
      let archive = Workbooks.archive(sheet: "<row r=\"7\">\(cell)</row>")
      let finding = #expect(throws: Finding.self) { try Workbooks.table(archive) }
      #expect(finding?.reason == .badCell)
      #expect(finding?.line == 7 && finding?.column == 2)
    }
  }

  @Test("a cell before the one before it, or beyond all columns, is refused")
  func places() {
    for (cell, reason) in [
      ("<c r=\"B1\"/><c r=\"A1\"/>", Finding.Reason.badCell), ("<c r=\"XFD1\"><v>1</v></c>", .tooManyColumns),
    ] {
      #expect(throws: Finding(reason, [reason == .badCell ? "A1" : "256"], line: 1)) {
        try Workbooks.table(Workbooks.archive(sheet: "<row r=\"1\">\(cell)</row>"))
      }
    }
  }
}
