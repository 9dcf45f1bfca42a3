import Interchange
import Synchronization
import UseCases

/// Tables and GIFT, read by the product's own readers within the test: archives and XML are tried with the real program.
package struct TestItemFiles: ItemFileReading {
  package init() {}

  package func read(_ bytes: [UInt8], each: (ReaderLine) throws -> Void) throws {
    var lines: [ReaderLine] = []
    let intake = Intake { lines.append($0) }
    do throws(Finding) {
      if bytes.starts(with: "//".utf8) || bytes.starts(with: "::".utf8) {
        try GIFTReader.read(bytes, into: intake)
      } else {
        var reader = ItemTableReader(into: intake)
        try CSVReader.read(bytes) { row throws(Finding) in try reader.take(row) }
        try reader.finish()
      }
    } catch {
      throw ItemFileFault.refused(error)
    }
    for line in lines { try each(line) }
  }
}

package final class TestItemLedger: ItemFileKeeping {
  private let ledger = Mutex(BroughtItemLedger())

  package init() {}

  package func keep(_ file: BroughtItems, of account: StaffID) { ledger.withLock { $0.keep(file, of: account) } }
  package func file(of account: StaffID) -> BroughtItems? { ledger.withLock { $0.file(of: account) } }
  package func drop(of account: StaffID) { ledger.withLock { $0.drop(of: account) } }
}
