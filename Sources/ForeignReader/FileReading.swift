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
    case .table: try table(bytes)
    case .items: try items(bytes)
    }
  }

  private func table(_ bytes: UnsafeRawBufferPointer) throws(Finding) -> Int {
    var count = 0
    try rows(bytes) { row throws(Finding) in
      count += 1
      say(.row(row))
    }
    return count
  }

  /// Rows of a workbook or of separated values.
  private func rows(_ bytes: UnsafeRawBufferPointer, row: (TableRow) throws(Finding) -> Void) throws(Finding) {
    guard Self.isZip(bytes) else { return try CSVReader.read(Array(bytes), row: row) }
    try rows(of: try ZipArchive(bytes), row: row)
  }

  private func rows(of archive: ZipArchive, row: (TableRow) throws(Finding) -> Void) throws(Finding) {
    guard archive.has("xl/workbook.xml") else { throw Finding(.unknownFormat) }
    for note in try Workbook.read(archive, row: row) { say(.finding(note)) }
  }

  private func items(_ bytes: UnsafeRawBufferPointer) throws(Finding) -> Int {
    let intake = Intake(say: say)
    if Self.isZip(bytes) {
      let archive = try ZipArchive(bytes)
      if archive.has(ItemPackage.manifest) {
        try ItemPackage.read(archive, into: intake)
      } else {
        var reader = ItemTableReader(into: intake)
        try rows(of: archive) { row throws(Finding) in try reader.take(row) }
        try reader.finish()
      }
    } else if Self.isXML(bytes) {
      try xml(bytes, into: intake)
    } else {
      try text(Array(bytes), into: intake)
    }
    return intake.count
  }

  /// GIFT, or separated values where the first row names our columns.
  private func text(_ bytes: [UInt8], into intake: Intake) throws(Finding) {
    guard try Self.isTable(bytes) else { return try GIFTReader.read(bytes, into: intake) }
    var reader = ItemTableReader(into: intake)
    try CSVReader.read(bytes) { row throws(Finding) in try reader.take(row) }
    try reader.finish()
  }

  private static func isTable(_ bytes: [UInt8]) throws(Finding) -> Bool {
    var isTable: Bool?
    do throws(Finding) {
      try CSVReader.read(bytes) { row throws(Finding) in
        if isTable == nil { isTable = ItemTableReader.isHeader(row) }
        // One row is enough to know.
        throw Finding(.noItems)
      }
    } catch {
      guard isTable == nil else { return isTable ?? false }
      // What is no table may still be GIFT, but not in an unreadable encoding.
      let isShape = [.quoteNotClosed, .textAfterQuote, .tooManyColumns, .cellTooLong].contains(error.reason)
      guard isShape else { throw error }
    }
    return false
  }

  /// A single item of QTI, or a quiz of Moodle.
  private func xml(_ bytes: UnsafeRawBufferPointer, into intake: Intake) throws(Finding) {
    let root = try Self.root(of: bytes)
    let isItem = QTIItemReader.isRoot(root)
    let moodle = MoodleReader(into: intake)
    if !isItem { try moodle.checkRoot(root) }
    let listener = ElementListener(level: isItem ? 1 : 2, root: { _ throws(Finding) in }) { element throws(Finding) in
      if isItem { try QTIItemReader(element).read(into: intake) } else { try moodle.take(element) }
    }
    let parser = try XMLParser(listener)
    try parser.feed(bytes, isLast: true)
    try intake.finish()
  }

  /// The root without its content.
  private static func root(of bytes: UnsafeRawBufferPointer) throws(Finding) -> XMLElement {
    var found: XMLElement?
    let listener = ElementListener(level: 1) { root throws(Finding) in
      found = root
      throw Finding(.noItems)
    } each: { _ throws(Finding) in
    }
    let parser = try XMLParser(listener)
    do throws(Finding) {
      try parser.feed(bytes)
      try parser.finish()
    } catch {
      guard let found else { throw error }
      return found
    }
    return found ?? XMLElement("")
  }

  static func isZip(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// A first sign `<` after white space and marks, in one byte or two.
  static func isXML(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let silent: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0D, 0x20, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    return bytes.first { !silent.contains($0) } == UInt8(ascii: "<")
  }
}
