import Archives
import Interchange

/// What somebody wants to know of the file.
enum Purpose: String {
  case table
  case items
}

/// Tells by a file's first bytes what it is, and has it read.
struct FileReading {
  let say: (ReaderLine) -> Void

  /// How many rows or items were told.
  func read(_ bytes: UnsafeRawBufferPointer, for purpose: Purpose) throws(Finding) -> Int {
    switch purpose {
    case .table: try readTable(bytes)
    case .items: throw Finding(.unknownFormat)
    }
  }

  private func readTable(_ bytes: UnsafeRawBufferPointer) throws(Finding) -> Int {
    var count = 0
    func tell(_ row: TableRow) {
      count += 1
      say(.row(row))
    }
    if Self.isZip(bytes) {
      let archive = try ZipArchive(bytes)
      guard archive.has("xl/workbook.xml") else { throw Finding(.unknownFormat) }
      for note in try Workbook.read(archive, row: { row throws(Finding) in tell(row) }) { say(.finding(note)) }
    } else {
      try CSVReader.read(Array(bytes)) { row throws(Finding) in tell(row) }
    }
    return count
  }

  static func isZip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }
}
