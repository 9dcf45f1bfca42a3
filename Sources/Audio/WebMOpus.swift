/// The Opus packets of what browsers record as WebM (RFC 8794, RFC 9559): one track, blocks without lacing.
package enum WebMOpus {
  private enum ID {
    static let head: UInt64 = 0x1A45_DFA3
    static let segment: UInt64 = 0x1853_8067
    static let tracks: UInt64 = 0x1654_AE6B
    static let track: UInt64 = 0xAE
    static let trackNumber: UInt64 = 0xD7
    static let codec: UInt64 = 0x86
    static let codecPrivate: UInt64 = 0x63A2
    static let cluster: UInt64 = 0x1F43_B675
    static let simpleBlock: UInt64 = 0xA3
    static let blockGroup: UInt64 = 0xA0
    static let block: UInt64 = 0xA1
  }

  /// Whose content is read on in place.
  private static let containers: Set<UInt64> = [ID.segment, ID.tracks, ID.track, ID.cluster, ID.blockGroup]

  package static func read(_ bytes: [UInt8]) throws(SoundFault) -> Sound {
    guard bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) else { throw .unknownFormat }
    var reader = ElementReader(bytes)
    var (tracks, head, packets): (Int, [UInt8]?, [[UInt8]]) = (0, nil, [])
    while let element = try reader.next(containers) {
      switch element.id {
      case ID.track: tracks += 1
      case ID.codec: guard element.content.elementsEqual("A_OPUS".utf8) else { throw .unknownFormat }
      case ID.codecPrivate: head = Array(element.content)
      case ID.simpleBlock, ID.block: packets.append(try packet(element.content))
      default: continue
      }
    }
    guard tracks == 1 else { throw tracks == 0 ? .damaged : .unsupported }
    guard let head, head.starts(with: "OpusHead".utf8), head.count >= 19 else { throw .unknownFormat }
    guard (1...2).contains(head[9]), head[18] == 0 else { throw .unsupported }
    return Sound(channels: head[9], packets: packets)
  }

  /// Behind the track's number, the time and the flags.
  private static func packet(_ block: ArraySlice<UInt8>) throws(SoundFault) -> [UInt8] {
    guard block.count > 4, block[block.startIndex] & 0x80 != 0 else { throw .damaged }
    guard block[block.startIndex + 3] & 0x06 == 0 else { throw .unsupported }
    let packet = Array(block.dropFirst(4))
    guard OpusPacket.length(of: packet) != nil else { throw .damaged }
    return packet
  }
}

/// Elements of EBML in the order they lie there. A container of unknown length, as recorders write them, holds what follows.
private struct ElementReader {
  private let bytes: [UInt8]
  private var at = 0

  struct Element {
    let id: UInt64
    let content: ArraySlice<UInt8>
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next(_ containers: Set<UInt64>) throws(SoundFault) -> Element? {
    guard at < bytes.count else { return nil }
    let (id, _) = try number(most: 4, keepsMark: true)
    let (length, isUnknown) = try number(most: 8, keepsMark: false)
    if containers.contains(id) { return Element(id: id, content: []) }
    guard !isUnknown, length <= UInt64(bytes.count - at) else { throw .damaged }
    defer { at += Int(length) }
    return Element(id: id, content: bytes[at..<(at + Int(length))])
  }

  /// A number whose leading zeros tell how many bytes it has.
  private mutating func number(most: Int, keepsMark: Bool) throws(SoundFault) -> (UInt64, isUnknown: Bool) {
    guard at < bytes.count else { throw .damaged }
    let first = bytes[at]
    let count = first.leadingZeroBitCount + 1
    guard count <= most, bytes.count - at >= count else { throw .damaged }
    var value = UInt64(keepsMark ? first : first & (0xFF >> UInt8(truncatingIfNeeded: count)))
    for byte in bytes[(at + 1)..<(at + count)] { value = value << 8 | UInt64(byte) }
    at += count
    return (value, !keepsMark && value == (1 << UInt64(7 * count)) - 1)
  }
}
