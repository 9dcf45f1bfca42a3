import Interchange
import Testing
import UseCases

@testable import sathach

@Suite("Lists that people bring")
struct ForeignTablesTests {
  @Test(
    "whatever is wrong with a file is one of a few things a clerk can do something about",
    arguments: [
      (Finding(.emptyFile), TableFault.empty), (Finding(.fileTooLarge, ["9", "8"]), .tooLarge),
      (Finding(.unknownFormat), .unknownFormat), (Finding(.fontEncoding, ["x"]), .unknownEncoding),
      (Finding(.quoteNotClosed, line: 4), .damaged(line: 4)), (Finding(.damagedArchive), .damaged(line: nil)),
    ])
  func faults(finding: Finding, fault: TableFault) {
    #expect(TableFault(finding) == fault)
  }

  @Test("a reader that is not there is told, and nothing else happens")
  func noReader() {
    #expect(throws: TableFault.readerFailed) {
      try ForeignTables(program: "/khong/co/sathach-import").rows(of: Array("a;b\n".utf8))
    }
  }
}
