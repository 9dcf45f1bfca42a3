import ForeignFiles
import Interchange
import UseCases

/// Lists that people bring, read by `sathach-import`.
struct ForeignTables: TableReading {
  let program: String

  func rows(of bytes: [UInt8]) throws -> [SheetRow] {
    do {
      let table = try ForeignFileReader(program: program, timeLimit: .seconds(20)).table(of: bytes)
      return table.rows.map { SheetRow(line: $0.line, cells: $0.cells, formulas: $0.formulas) }
    } catch ForeignFilesError.refused(let finding) {
      throw TableFault(finding)
    } catch is ForeignFilesError {
      throw TableFault.readerFailed
    }
  }
}

extension TableFault {
  init(_ finding: Finding) {
    switch finding.reason {
    case .emptyFile: self = .empty
    case .fileTooLarge, .tooManyRows, .tooManyColumns, .cellTooLong, .inflatesTooFar, .tooManyEntries: self = .tooLarge
    case .unknownFormat: self = .unknownFormat
    case .unknownEncoding, .fontEncoding: self = .unknownEncoding
    default: self = .damaged(line: finding.line > 0 ? finding.line : nil)
    }
  }
}
