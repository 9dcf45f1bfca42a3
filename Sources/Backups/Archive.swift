import Sealing
import Zlib

/// Files in one compressed, sealed stream: for each the length of its name (one byte), the name, the length of its content
/// (eight bytes) and the content; a name's length of 0 ends the list.
final class ArchiveWriter {
  private let writer: SealedWriter
  private let compression: ZlibStream

  init(_ writer: SealedWriter) throws {
    self.writer = writer
    compression = try told { try ZlibStream(.packFast) }
  }

  func add(_ name: String, _ content: [UInt8]) throws {
    try put([UInt8(name.utf8.count)] + name.utf8 + UInt64(content.count).bigEndianBytes + content)
  }

  /// - Returns: the SHA-256 of the file's content.
  @discardableResult
  func add(_ name: String, file path: String, goesOn: () throws -> Void) throws -> [UInt8] {
    var left = try Folder.size(path)
    try put([UInt8(name.utf8.count)] + name.utf8 + UInt64(left).bigEndianBytes)
    let file = try InputFile(path)
    let digest = RunningSHA256()
    while left > 0 {
      try goesOn()
      let bytes = try file.read(min(left, 1 << 18))
      guard !bytes.isEmpty else { throw BackupFault.cut(path: path) }
      digest.add(bytes)
      try put(bytes)
      left -= bytes.count
    }
    return digest.finish()
  }

  func finish() throws -> [UInt8] {
    try told { try compression.take([0], isLast: true) { try self.writer.put($0) } }
    try writer.put([], isLast: true)
    return try writer.finish()
  }

  private func put(_ bytes: [UInt8]) throws {
    try told { try compression.take(bytes) { try self.writer.put($0) } }
  }
}

/// Reads an archive; what it holds came from a stick and is believed nothing.
final class ArchiveReader {
  struct Entry {
    let name: String
    let length: Int
  }

  private let reader: SealedReader
  private let compression: ZlibStream
  private var ready: [UInt8] = []
  private var place = 0

  init(_ path: String, _ opening: Opening) throws {
    reader = try SealedReader(path, opening)
    compression = try told(of: path) { try ZlibStream(.unpack) }
  }

  var kind: SealedHead.Kind { reader.head.kind }

  /// The next file; its content must be read before the one after it. Nil at the end, which stands after all pieces.
  func next() throws -> Entry? {
    let length = Int(try take(1)[0])
    if length == 0 {
      while try reader.next() != nil {}
      return nil
    }
    let name = String(decoding: try take(length), as: UTF8.self)
    guard Self.isFit(name), let count = UInt64(bigEndianBytes: try take(8)), count <= 1 << 40 else {
      throw BackupFault.unfit(path: reader.path, expected: "a name of a file")
    }
    return Entry(name: name, length: Int(count))
  }

  func content(of entry: Entry, most: Int) throws -> [UInt8] {
    guard entry.length <= most else { throw BackupFault.unfit(path: reader.path, expected: "a small \(entry.name)") }
    return try take(entry.length)
  }

  func content(of entry: Entry, _ give: ([UInt8]) throws -> Void) throws {
    var left = entry.length
    while left > 0 {
      let piece = try take(min(left, 1 << 18))
      try give(piece)
      left -= piece.count
    }
  }

  /// Relative, without steps upwards, hidden names or anything that a folder of ours would not have.
  static func isFit(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return (1...3).contains(parts.count)
      && parts.allSatisfy { part in
        (1...100).contains(part.utf8.count) && !part.hasPrefix(".")
          && part.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || [0x2D, 0x2E, 0x5F].contains($0)
          }
      }
  }

  private func take(_ count: Int) throws -> [UInt8] {
    while ready.count - place < count {
      if place > 0 {
        ready.removeFirst(place)
        place = 0
      }
      guard let piece = try reader.next() else { throw BackupFault.cut(path: reader.path) }
      try told(of: reader.path) { try compression.take(piece) { self.ready += $0 } }
    }
    defer { place += count }
    return Array(ready[place..<place + count])
  }
}

/// Tells what zlib refuses as what it is in a backup.
private func told<Value>(of path: String = "", _ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch ZlibFault.refused(let code) {
    throw BackupFault.compression(code: code)
  } catch ZlibFault.trailing {
    throw BackupFault.unfit(path: path, expected: "nothing after the archive's end")
  }
}
