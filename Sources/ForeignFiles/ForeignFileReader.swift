import Assessment
import Children
import Glibc
import Interchange

/// Has files from outside read by `sathach-import`, so that neither libzip nor expat ever runs within the server.
///
/// Blocks its thread while the file is read, at most ``timeLimit``: never to be called on the writer.
package struct ForeignFileReader: Sendable {
  package enum Purpose: String, Sendable {
    case table
    case items
  }

  package let program: String
  package let timeLimit: Duration

  /// - Parameter program: the path of `sathach-import`; it is not searched for.
  package init(program: String, timeLimit: Duration = .seconds(60)) {
    self.program = program
    self.timeLimit = timeLimit
  }

  /// A whole table in memory: CSV or XLSX, told by its first bytes.
  package func table(at path: String) throws -> Table {
    try table(in: try ForeignFile(path: path))
  }

  package func table(of bytes: [UInt8]) throws -> Table {
    try table(in: try ForeignFile(bytes: bytes))
  }

  private func table(in file: borrowing ForeignFile) throws -> Table {
    var table = Table()
    try read(file, for: .table) { line in
      switch line {
      case .row(let row): table.rows.append(row)
      case .finding(let finding): table.notes.append(finding)
      case .item, .end: throw ForeignFilesError.readerTalksNonsense
      }
    }
    return table
  }

  /// Hands over line by line what the reader says, without the end.
  ///
  /// - Throws: ``ForeignFilesError``, or what `each` throws; then the reader is ended.
  package func read(_ file: borrowing ForeignFile, for purpose: Purpose, each: (ReaderLine) throws -> Void) throws {
    do {
      try follow(file, for: purpose, each: each)
    } catch let fault as ChildFault {
      throw ForeignFilesError.reader(fault)
    }
  }

  private func follow(_ file: borrowing ForeignFile, for purpose: Purpose, each: (ReaderLine) throws -> Void) throws {
    var process = try ChildProcess(
      program: program, arguments: [purpose.rawValue], input: file.descriptor, timeLimit: timeLimit)
    if file.descriptor == nil { try process.send(file.upload) }
    var count: Int?
    var last: Finding?
    while let bytes = try process.line(atMost: ForeignLimits.lineBytes) {
      // Damage is nonsense, whatever kind of it.
      guard count == nil, let line = try? ReaderLine(JSONReader.read(bytes)) else {
        throw ForeignFilesError.readerTalksNonsense
      }
      if case .end(let said) = line {
        count = said
        continue
      }
      if case .finding(let finding) = line, finding.reason.weight == .refusesFile {
        last = finding
        continue
      }
      try each(line)
    }
    let status = try process.end()
    if let last, status == 1 { throw ForeignFilesError.refused(last) }
    guard status == 0 else { throw ChildFault.failed(status: status) }
    guard count != nil, last == nil else { throw ForeignFilesError.readerTalksNonsense }
  }
}

/// A file on a disk, open for the reader, or an upload in memory that never goes to one.
package struct ForeignFile: ~Copyable {
  /// Nil for an upload.
  let descriptor: Int32?
  let upload: [UInt8]

  package init(path: String) throws(ForeignFilesError) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw .cannotOpen(path: path, code: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen(path: path, code: EINVAL) }
    try Self.checkSize(Int(facts.st_size))
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .cannotOpen(path: path, code: errno) }
    (descriptor, upload) = (file, [])
  }

  package init(bytes: [UInt8]) throws(ForeignFilesError) {
    try Self.checkSize(bytes.count)
    (descriptor, upload) = (nil, bytes)
  }

  private static func checkSize(_ size: Int) throws(ForeignFilesError) {
    guard size <= ForeignLimits.fileBytes else {
      throw .refused(Finding(.fileTooLarge, [String(size), String(ForeignLimits.fileBytes)]))
    }
  }

  deinit {
    if let descriptor { close(descriptor) }
  }
}
