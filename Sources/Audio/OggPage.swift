/// One page of an Ogg stream (RFC 3533 section 6).
struct OggPage {
  var flags: UInt8
  var granule: UInt64
  let serial: UInt32
  let number: UInt32
  /// Lengths of the segments; a packet ends with one under 255.
  let lacing: [UInt8]
  let body: ArraySlice<UInt8>

  static let first: UInt8 = 2
  static let last: UInt8 = 4
  static let continued: UInt8 = 1

  /// Takes the page that begins at `at`.
  /// - Throws: ``SoundFault/damaged``, also where its checksum is wrong.
  static func read(_ bytes: [UInt8], at: inout Int) throws(SoundFault) -> OggPage {
    guard bytes.count - at >= 27, bytes[at..<(at + 4)].elementsEqual("OggS".utf8), bytes[at + 4] == 0 else {
      throw .damaged
    }
    let segments = Int(bytes[at + 26])
    guard bytes.count - at >= 27 + segments else { throw .damaged }
    let lacing = Array(bytes[(at + 27)..<(at + 27 + segments)])
    let start = at + 27 + segments
    let end = start + lacing.reduce(0) { $0 + Int($1) }
    guard end <= bytes.count else { throw .damaged }
    var sum: UInt32 = 0
    for index in at..<end {
      sum = OggChecksum.add((at + 22..<at + 26).contains(index) ? 0 : bytes[index], to: sum)
    }
    guard sum == UInt32(LittleEndian.number(bytes, at + 22, 4)) else { throw .damaged }
    let page = OggPage(
      flags: bytes[at + 5], granule: LittleEndian.number(bytes, at + 6, 8),
      serial: UInt32(LittleEndian.number(bytes, at + 14, 4)), number: UInt32(LittleEndian.number(bytes, at + 18, 4)),
      lacing: lacing, body: bytes[start..<end])
    at = end
    return page
  }

  var bytes: [UInt8] {
    var page = Array("OggS".utf8) + [0, flags] + LittleEndian.bytes(granule, 8)
    page += LittleEndian.bytes(UInt64(serial), 4) + LittleEndian.bytes(UInt64(number), 4) + [0, 0, 0, 0]
    page += [UInt8(truncatingIfNeeded: lacing.count)] + lacing + body
    let sum = page.reduce(UInt32(0)) { OggChecksum.add($1, to: $0) }
    page.replaceSubrange(22..<26, with: LittleEndian.bytes(UInt64(sum), 4))
    return page
  }
}

/// The CRC of Ogg: polynomial 04C11DB7, begun with 0, nothing reversed.
enum OggChecksum {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index) << 24) { sum, _ in sum & 0x8000_0000 != 0 ? sum << 1 ^ 0x04C1_1DB7 : sum << 1 }
  }

  static func add(_ byte: UInt8, to sum: UInt32) -> UInt32 {
    sum << 8 ^ table[Int(UInt8(truncatingIfNeeded: sum >> 24) ^ byte)]
  }
}

enum LittleEndian {
  static func number(_ bytes: some RandomAccessCollection<UInt8>, _ at: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for offset in (0..<count).reversed() {
      value = value << 8 | UInt64(bytes[bytes.index(bytes.startIndex, offsetBy: at + offset)])
    }
    return value
  }

  static func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
  }
}
