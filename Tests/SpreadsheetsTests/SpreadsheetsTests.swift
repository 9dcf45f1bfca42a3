import Spreadsheets
import Testing
import UseCases

@Suite("Spreadsheets")
struct SpreadsheetsTests {
  private static let head = ReportHead(
    title: "Thử", facts: [], columns: [.init("group", "Nhóm", .text), .init("people", "Số người", .integer)],
    mode: .internal)

  private func bytes(rows: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try Spreadsheets(folder: "/tmp").make { sink in
      try sink.begin(Self.head)
      for row in 0..<rows { try sink.add(ReportRow([.text("=1+\(row)"), .integer(row)])) }
    } put: {
      bytes += $0
    }
    return bytes
  }

  @Test("a file is a zip archive, and grows with its rows")
  func makes() throws {
    let small = try bytes(rows: 1)
    #expect(small.starts(with: [0x50, 0x4B, 3, 4]))
    #expect(try bytes(rows: 5_000).count > small.count + 10_000)
  }

  @Test("what goes wrong while rows are made comes out as it was, and nothing stays behind")
  func passesErrorsOn() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try Spreadsheets(folder: "/tmp").make { _ in
        throw Stop()
      } put: { _ in
        Issue.record("nothing is handed on")
      }
    }
  }

  @Test("a folder that is not there is told as such")
  func folderMissing() {
    #expect(throws: SpreadsheetError.system(call: "mkstemp", code: 2)) {
      try Spreadsheets(folder: "/nowhere").make { _ in
      } put: { _ in
      }
    }
  }
}
