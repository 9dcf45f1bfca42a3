/// Ogg Opus files (RFC 7845): one stream, one or two channels, read strictly and written plainly.
///
/// What is said and when stands in the comments `TEXT` and `WORDS`; the latter are milliseconds with commas between.
package enum OggOpus {
  private static let skip = 312

  /// - Throws: ``SoundFault`` for anything but one whole stream.
  package static func read(_ bytes: [UInt8]) throws(SoundFault) -> Sound {
    guard bytes.starts(with: "OggS".utf8) else { throw .unknownFormat }
    var packets = try packets(bytes)
    guard packets.count >= 2 else { throw .damaged }
    let head = packets.removeFirst()
    let tags = packets.removeFirst()
    guard head.starts(with: "OpusHead".utf8) else { throw .unknownFormat }
    guard tags.starts(with: "OpusTags".utf8), head.count >= 19, head[8] < 16 else { throw .damaged }
    guard (1...2).contains(head[9]), head[18] == 0 else { throw .unsupported }
    for packet in packets where OpusPacket.length(of: packet) == nil { throw .damaged }
    let comments = comments(tags)
    let words = comments["WORDS"]?.split(separator: ",").compactMap { Int($0) } ?? []
    return Sound(channels: head[9], packets: packets, text: comments["TEXT"] ?? "", words: words)
  }

  private static func packets(_ bytes: [UInt8]) throws(SoundFault) -> [[UInt8]] {
    var (at, packets, open): (Int, [[UInt8]], [UInt8]) = (0, [], [])
    var (serial, isOpen, isLast): (UInt32?, Bool, Bool) = (nil, false, false)
    while at < bytes.count {
      let page = try OggPage.read(bytes, at: &at)
      guard !isLast, serial == nil || serial == page.serial else { throw .unsupported }
      guard isOpen == (page.flags & OggPage.continued != 0) else { throw .damaged }
      serial = page.serial
      isLast = page.flags & OggPage.last != 0
      var from = page.body.startIndex
      for length in page.lacing {
        open += page.body[from..<(from + Int(length))]
        from += Int(length)
        isOpen = length == 255
        if isOpen { continue }
        packets.append(open)
        open = []
      }
    }
    // A recorder that was stopped at once leaves no last page; what is whole counts.
    return packets
  }

  private static func comments(_ tags: [UInt8]) -> [String: String] {
    var at = 8
    func take() -> ArraySlice<UInt8>? {
      guard tags.count - at >= 4 else { return nil }
      let count = Int(LittleEndian.number(tags, at, 4))
      guard count <= tags.count - at - 4 else { return nil }
      defer { at += 4 + count }
      return tags[(at + 4)..<(at + 4 + count)]
    }
    guard take() != nil, tags.count - at >= 4 else { return [:] }
    let number = Int(LittleEndian.number(tags, at, 4))
    at += 4
    var comments: [String: String] = [:]
    for _ in 0..<min(number, 64) {
      guard let comment = take(), let equals = comment.firstIndex(of: UInt8(ascii: "=")) else { break }
      let name = String(decoding: comment[..<equals], as: UTF8.self).uppercased()
      comments[name] = String(decoding: comment[(equals + 1)...], as: UTF8.self)
    }
    return comments
  }

  package static func write(_ sound: Sound) -> [UInt8] {
    var head = Array("OpusHead".utf8) + [1, sound.channels] + LittleEndian.bytes(UInt64(skip), 2)
    head += LittleEndian.bytes(48_000, 4) + [0, 0, 0]
    var comments = ["TEXT=\(sound.text)"]
    if !sound.words.isEmpty { comments.append("WORDS=" + sound.words.map(String.init).joined(separator: ",")) }
    var tags = Array("OpusTags".utf8) + field("sathach") + LittleEndian.bytes(UInt64(comments.count), 4)
    for comment in comments { tags += field(comment) }
    var stream = OggStream()
    stream.add([head], granule: 0)
    stream.add([tags], granule: 0)
    var granule = 0
    // Half a second a page, as most writers do.
    for start in stride(from: 0, to: sound.packets.count, by: 25) {
      let packets = Array(sound.packets[start..<min(start + 25, sound.packets.count)])
      granule += packets.reduce(0) { $0 + (OpusPacket.length(of: $1) ?? 0) }
      stream.add(packets, granule: granule, isLast: start + 25 >= sound.packets.count)
    }
    return stream.bytes
  }

  private static func field(_ text: String) -> [UInt8] {
    LittleEndian.bytes(UInt64(text.utf8.count), 4) + text.utf8
  }
}

/// Packets laid into pages.
private struct OggStream {
  private(set) var bytes: [UInt8] = []
  private var number: UInt32 = 0

  /// Packets that end together; more segments than a page has go on in the next.
  mutating func add(_ packets: [[UInt8]], granule: Int, isLast: Bool = false) {
    var lacing: [UInt8] = []
    var body: [UInt8] = []
    for packet in packets {
      lacing += [UInt8](repeating: 255, count: packet.count / 255) + [UInt8(packet.count % 255)]
      body += packet
    }
    var (at, from) = (0, 0)
    while at < lacing.count {
      let segments = Array(lacing[at..<min(at + 255, lacing.count)])
      let size = segments.reduce(0) { $0 + Int($1) }
      var flags: UInt8 = number == 0 ? OggPage.first : 0
      if at > 0, lacing[at - 1] == 255 { flags |= OggPage.continued }
      let isEnd = at + segments.count == lacing.count
      if isEnd, isLast { flags |= OggPage.last }
      // A page on which nothing ends has no time.
      let ends = segments.contains { $0 < 255 }
      bytes +=
        OggPage(
          flags: flags, granule: ends ? UInt64(granule) : .max, serial: 0x7361_7468, number: number,
          lacing: segments, body: body[from..<(from + size)]
        ).bytes
      number += 1
      (at, from) = (at + segments.count, from + size)
    }
  }
}
