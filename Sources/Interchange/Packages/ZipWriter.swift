/// Writes a zip archive (PKWARE's APPNOTE 6.3, sections 4.3 and 4.4) of unpacked entries, names in UTF-8, all dated 1 January 1980, so that
/// equal content makes equal bytes.
///
/// Packing would need a library in the program that serves; what is written here are item packages of some megabytes. At most 65,535
/// entries and 4 GiB, the limits of the plain format.
package struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  package init() {}

  package mutating func add(_ name: String, _ content: [UInt8]) {
    let facts = facts(name, content)
    let offset = UInt32(bytes.count)
    bytes += Self.little(0x0403_4B50 as UInt32) + facts + Array(name.utf8) + content
    // Made by version 2.0 of the format on an unspecified system; no comment, first disk, no attributes.
    directory += Self.little(0x0201_4B50 as UInt32) + Self.little(20 as UInt16) + facts
    directory += [UInt8](repeating: 0, count: 10) + Self.little(offset) + Array(name.utf8)
    count += 1
  }

  /// Version needed, flags (names are UTF-8), method (stored), time, date, checksum, two sizes, lengths of name and extra field.
  private func facts(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let size = Self.little(UInt32(content.count))
    return Self.little(20 as UInt16) + Self.little(0x0800 as UInt16) + [0, 0, 0, 0, 0x21, 0]
      + Self.little(CRC32.checksum(content)) + size + size + Self.little(UInt16(name.utf8.count)) + [0, 0]
  }

  package var archive: [UInt8] {
    bytes + directory + Self.little(0x0605_4B50 as UInt32) + [0, 0, 0, 0] + Self.little(count) + Self.little(count)
      + Self.little(UInt32(directory.count)) + Self.little(UInt32(bytes.count)) + [0, 0]
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
}

/// The checksum of zip and PNG (ISO 3309), byte by byte from a table.
enum CRC32 {
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
  }
}
