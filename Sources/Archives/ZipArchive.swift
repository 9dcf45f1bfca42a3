import CZip
import Interchange

/// A zip archive in memory, read by libzip within bounds. Nothing of it is ever written to a disk.
///
/// Refused: more than ``mostEntries`` entries, names that lead out of a folder or stand twice, encryption, and entries that
/// inflate beyond ``mostInflated`` together or, from a megabyte on, beyond ``steepest`` times their packed size.
package final class ZipArchive {
  /// 20,000 items in files of their own and what stands beside them.
  package static let mostEntries = 20_200
  package static let mostInflated = 256 << 20
  /// Worksheets of equal rows come to 60 or so; a bomb to 1,000.
  package static let steepest = 200

  /// Names in the order of the archive, folders left out.
  package private(set) var names: [String] = []
  private var places: [String: UInt64] = [:]
  private let archive: OpaquePointer
  private var inflated = 0

  /// - Parameter bytes: must stay valid as long as the archive.
  package init(_ bytes: UnsafeRawBufferPointer) throws(Finding) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
      throw Self.damage(&error)
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw Self.damage(&error)
    }
    self.archive = archive
    try list()
  }

  deinit {
    zip_discard(archive)
  }

  private func list() throws(Finding) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.mostEntries else { throw Finding(.tooManyEntries, [String(Self.mostEntries)]) }
    for place in 0..<UInt64(max(0, count)) {
      guard let raw = zip_get_name(archive, place, 0) else { throw damage() }
      let name = Composition.composed(String(cString: raw))
      guard Self.isSafe(name) else { throw Finding(.unsafeName, [String(name.prefix(120))]) }
      if name.hasSuffix("/") { continue }
      guard places.updateValue(place, forKey: name) == nil else { throw Finding(.repeatedEntry, [name]) }
      names.append(name)
    }
  }

  /// A path within the archive: no root, no way up, no drive, no backslash, no control characters.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= 512, !name.hasPrefix("/") else { return false }
    guard !name.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" || $0 == ":" }) else { return false }
    return !name.split(separator: "/", omittingEmptySubsequences: false).contains { $0 == ".." || $0 == "." }
  }

  package func has(_ name: String) -> Bool {
    places[name] != nil
  }

  /// Hands the entry's bytes over in pieces.
  package func read(_ name: String, piece: (UnsafeRawBufferPointer) throws(Finding) -> Void) throws(Finding) {
    guard let place = places[name] else { throw Finding(.missingEntry, [name]) }
    var facts = zip_stat_t()
    guard zip_stat_index(archive, place, 0, &facts) == 0 else { throw damage().at(file: name) }
    guard facts.encryption_method == UInt16(ZIP_EM_NONE) else { throw Finding(.encryptedEntry, file: name) }
    guard let entry = zip_fopen_index(archive, place, 0) else { throw damage().at(file: name) }
    defer { zip_fclose(entry) }

    let ceiling = max(1 << 20, Int(clamping: facts.comp_size) * Self.steepest)
    var length = 0
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { room.deallocate() }
    while true {
      let count = Int(zip_fread(entry, room.baseAddress, UInt64(room.count)))
      // Also where the checksum is not the one written down.
      guard count >= 0 else { throw Finding(.damagedArchive, [], file: name) }
      if count == 0 { return }
      length += count
      inflated += count
      guard length <= ceiling, inflated <= Self.mostInflated else {
        throw Finding(.inflatesTooFar, [String(min(ceiling, Self.mostInflated))], file: name)
      }
      try piece(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }

  package func bytes(of name: String, atMost limit: Int) throws(Finding) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(name) { piece throws(Finding) in
      guard bytes.count + piece.count <= limit else {
        throw Finding(.inflatesTooFar, [String(limit)], file: name)
      }
      bytes += piece
    }
    return bytes
  }

  private func damage() -> Finding {
    guard let error = zip_get_error(archive) else { return Finding(.damagedArchive) }
    return Self.damage(error)
  }

  private static func damage(_ error: UnsafeMutablePointer<zip_error_t>) -> Finding {
    Finding(.damagedArchive, [zip_error_strerror(error).map { String(cString: $0) } ?? ""])
  }
}
