import ForeignFiles
import Interchange
import Synchronization
import UseCases

/// Files of items that officers bring, read by `sathach-import`.
struct ForeignItems: ItemFileReading {
  let program: String

  func read(_ bytes: [UInt8], each: (ReaderLine) throws -> Void) throws {
    do {
      try ForeignFileReader(program: program, timeLimit: .seconds(30))
        .read(try ForeignFile(bytes: bytes), for: .items, each: each)
    } catch ForeignFilesError.refused(let finding) {
      throw ItemFileFault.refused(finding)
    } catch is ForeignFilesError {
      throw ItemFileFault.readerFailed
    }
  }
}

/// Files that officers look at before they take them in, in memory, for every thread: see ``ItemFileKeeping``.
final class KeptItemFiles: ItemFileKeeping {
  private let ledger = Mutex(BroughtItemLedger())

  func keep(_ file: BroughtItems, of account: StaffID) {
    ledger.withLock { $0.keep(file, of: account) }
  }

  func file(of account: StaffID) -> BroughtItems? {
    ledger.withLock { $0.file(of: account) }
  }

  func drop(of account: StaffID) {
    ledger.withLock { $0.drop(of: account) }
  }
}
