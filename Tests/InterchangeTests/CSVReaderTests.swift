import Testing

@testable import Interchange

@Suite("Separated values")
struct CSVReaderTests {
  @Test(
    "comma, semicolon and tab are told apart by the first row",
    arguments: ["tên,tuổi,\"a;b\"\nHoa,68,x", "tên;tuổi;\"a,b\"\r\nHoa;68;x", "tên\ttuổi\ta\rHoa\t68\tx"])
  func separators(text: String) throws {
    let rows = try CSVReader.table(Array(text.utf8)).rows

    #expect(rows.map { $0.cells.prefix(2) } == [["tên", "tuổi"], ["Hoa", "68"]])
    #expect(rows.map(\.line) == [1, 2])
  }

  @Test("a first line sep= decides, as Excel writes it, and is no row")
  func givenSeparator() throws {
    let rows = try CSVReader.table(Array("sep=;\r\na,b,c;d\r\n".utf8)).rows

    #expect(rows == [TableRow(line: 2, cells: ["a,b,c", "d"])])
  }

  @Test("quotes hold separators, doubled quotes and line breaks; lines are counted through them")
  func quotes() throws {
    let rows = try CSVReader.table(Array("a,\"hai\ndòng\"\n\n\"nói \"\"không\"\"\",\"x,y\"".utf8)).rows

    #expect(
      rows == [TableRow(line: 1, cells: ["a", "hai\ndòng"]), TableRow(line: 4, cells: ["nói \"không\"", "x,y"])])
  }

  @Test("blank rows are left out, blank cells at the end stay")
  func blanks() throws {
    #expect(try CSVReader.table(Array("a,b,\n , ,\n,,\nc".utf8)).rows.map(\.cells) == [["a", "b", ""], ["c"]])
  }

  @Test("what is no table is refused with its line and column", arguments: Refused.all)
  func refusals(refused: Refused) throws {
    var limits = TableLimits()
    (limits.rows, limits.columns, limits.cellBytes) = (3, 4, 10)

    let finding = #expect(throws: Finding.self) { try CSVReader.table(refused.bytes, limits: limits) }

    #expect(finding?.reason == refused.reason)
    #expect(finding?.line == refused.line)
    #expect(finding?.column == refused.column)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let reason: Finding.Reason
    let line: Int
    let column: Int

    var testDescription: String { reason.rawValue }

    init(_ text: String, _ reason: Finding.Reason, line: Int, column: Int = 0) {
      self.init(Array(text.utf8), reason, line: line, column: column)
    }

    init(_ bytes: [UInt8], _ reason: Finding.Reason, line: Int, column: Int = 0) {
      (self.bytes, self.reason, self.line, self.column) = (bytes, reason, line, column)
    }

    static let all = [
      Refused("a,b\n\"c,d\ne", .quoteNotClosed, line: 2, column: 1),
      Refused("a,b\nc,\"d\"e", .textAfterQuote, line: 2, column: 2),
      Refused("a\nb\nc\nd", .tooManyRows, line: 4),
      Refused("a,b\n1,2,3,4,5", .tooManyColumns, line: 2),
      Refused("a,b\n1,0123456789x", .cellTooLong, line: 2, column: 2),
      Refused("a\nb\0c", .nullByte, line: 2),
      Refused(" \n\n", .emptyFile, line: 0),
      Refused([0x61, 0x0A, 0x81], .unknownEncoding, line: 2),
    ]
  }

  @Test("what is written is read back as it was, whatever stands in it")
  func roundTrip() throws {
    let cells = ["a,b", "\"", " x ", "hai\r\ndòng", "Đường Nguyễn Huệ", "x;y", "=1+1"]
    for separator in [CSVWriter.Separator.comma, .semicolon] {
      var writer = CSVWriter(separator: separator)
      writer.add(["1", "2", "3", "4", "5", "6", "7"])
      writer.add(cells)

      #expect(try CSVReader.table(writer.bytes).rows.map(\.cells).last == cells)
    }
  }
}
