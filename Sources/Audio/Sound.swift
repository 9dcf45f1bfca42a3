/// Spoken sound: Opus packets, what is said in them and when each word begins. Only ever one or two channels.
package struct Sound: Equatable, Sendable {
  /// 48,000 of them are a second, whatever was recorded.
  package static let ticksPerMillisecond = 48

  package let channels: UInt8
  package var packets: [[UInt8]]
  /// The line as it stands on the page.
  package var text: String
  /// Milliseconds from the beginning at which each word of ``text`` begins; empty where nobody knows.
  package var words: [Int]

  package init(channels: UInt8, packets: [[UInt8]], text: String = "", words: [Int] = []) {
    self.channels = channels
    self.packets = packets
    self.text = text
    self.words = words
  }

  /// In ticks.
  var length: Int { packets.reduce(0) { $0 + (OpusPacket.length(of: $1) ?? 0) } }

  package var milliseconds: Int { length / Self.ticksPerMillisecond }
}

/// The first byte of an Opus packet (RFC 6716 section 3.1).
enum OpusPacket {
  /// In ticks of a 48,000th second; nil for what is no packet. At most 120 ms.
  static func length(of packet: some Collection<UInt8>) -> Int? {
    guard let first = packet.first, packet.count <= 61_440 else { return nil }
    let configuration = Int(first >> 3)
    let frame: Int
    switch configuration {
    case 0..<12: frame = [480, 960, 1_920, 2_880][configuration % 4]
    case 12..<16: frame = [480, 960][configuration % 2]
    default: frame = [120, 240, 480, 960][configuration % 4]
    }
    let frames: Int
    switch first & 3 {
    case 0: frames = 1
    case 1, 2: frames = 2
    default:
      guard let second = packet.dropFirst().first else { return nil }
      frames = Int(second & 63)
    }
    let length = frame * frames
    return (1...5_760).contains(length) ? length : nil
  }
}
