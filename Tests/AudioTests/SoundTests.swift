import Testing

@testable import Audio

/// 20 ms of CELT each, of any bytes.
private func sound(_ text: String, frames: Int, words: [Int] = []) -> Sound {
  Sound(channels: 1, packets: (0..<frames).map { [0xF8, UInt8($0 % 251), 7] }, text: text, words: words)
}

@Suite("Files of sound")
struct SoundTests {
  @Test("what was written is read back: packets, text and times of words", arguments: [0, 1, 24, 25, 26, 700])
  func roundTrip(frames: Int) throws {
    let written = sound("Xin chào bà con", frames: frames, words: [0, 120, 300, 410])
    #expect(try OggOpus.read(OggOpus.write(written)) == written)
  }

  @Test("a packet longer than a page goes on in the next")
  func longPacket() throws {
    let written = Sound(channels: 2, packets: [[UInt8](repeating: 0xF8, count: 61_000), [0xF8, 1]], text: "")
    #expect(try OggOpus.read(OggOpus.write(written)).packets == written.packets)
  }

  @Test("a file of which any byte is another is refused or says the same")
  func mutations() throws {
    let original = sound("Nghe", frames: 3, words: [0])
    let bytes = OggOpus.write(original)
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 0x55
      #expect(throws: SoundFault.self, "\(index)") { try OggOpus.read(other) }
    }
    for count in bytes.indices.dropLast() {
      let read = try? OggOpus.read(Array(bytes.prefix(count)))  // what ends at a page is whole as far as it goes
      #expect(read == nil || read?.text == "Nghe")
    }
  }

  @Test("lines joined follow one another, with a breath between")
  func joins() throws {
    let track = SoundTrack([sound("Một hai.", frames: 50, words: [0, 500]), sound("Ba.", frames: 10, words: [0])])
    #expect(
      track.lines == [
        SoundTrack.Line(text: "Một hai.", from: 0, to: 1_000, words: [0, 500]),
        SoundTrack.Line(text: "Ba.", from: 1_240, to: 1_440, words: [1_240]),
      ])
    #expect(try OggOpus.read(track.bytes).milliseconds == 1_440)
  }

  @Test("the lengths of packets are those of RFC 6716")
  func lengths() {
    let cases: [([UInt8], Int?)] = [
      ([0x00], 480), ([0x18], 2_880), ([0x60], 480), ([0x80], 120), ([0xF8], 960), ([0xF9], 1_920),
      ([0xFB, 0x03], 2_880), ([0xFB], nil), ([0xFB, 0x00], nil), ([0xFB, 0x3F], nil), ([], nil),
    ]
    for (packet, length) in cases { #expect(OpusPacket.length(of: packet) == length) }
  }
}

@Suite("Recordings from browsers")
struct RecordingTests {
  /// As Chromium writes it: a segment and a cluster of unknown length.
  static func webM(blocks: Int, codec: String = "A_OPUS") -> [UInt8] {
    let head = Array("OpusHead".utf8) + [1, 1, 0, 0, 0x80, 0xBB, 0, 0, 0, 0, 0]
    func element(_ id: [UInt8], _ content: [UInt8]) -> [UInt8] {
      id + [0x40 | UInt8(content.count >> 8), UInt8(content.count & 255)] + content
    }
    let unknown: [UInt8] = [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]
    let track = element(
      [0xAE], element([0xD7], [1]) + element([0x86], Array(codec.utf8)) + element([0x63, 0xA2], head))
    let cluster = (0..<blocks).flatMap { element([0xA3], [0x81, 0, UInt8($0 % 250), 0x80, 0xF8, UInt8($0 % 250), 9]) }
    return element([0x1A, 0x45, 0xDF, 0xA3], element([0x42, 0x82], Array("webm".utf8)))
      + [0x18, 0x53, 0x80, 0x67] + unknown + element([0x16, 0x54, 0xAE, 0x6B], track)
      + [0x1F, 0x43, 0xB6, 0x75] + unknown + element([0xE7], [0]) + cluster
  }

  @Test("the packets of WebM and of Ogg are kept, under the line they belong to")
  func keepsPackets() throws {
    let fromWebM = try Recording.sound(in: Self.webM(blocks: 50), of: "Câu hỏi")
    #expect(fromWebM.milliseconds == 1_000)
    #expect(fromWebM.text == "Câu hỏi")
    let fromOgg = try Recording.sound(in: OggOpus.write(sound("khác", frames: 50, words: [3])), of: "Câu hỏi")
    #expect(fromOgg.text == "Câu hỏi")
    #expect(fromOgg.words.isEmpty)
  }

  @Test("nothing, too short, an hour long, another format and another codec are each told apart")
  func refusals() {
    let refused: [([UInt8], SoundFault)] = [
      ([], .empty), (Self.webM(blocks: 3), .tooShort), (OggOpus.write(sound("", frames: 180_000)), .tooLong),
      (Array("RIFF….WAVE".utf8), .unknownFormat), (Self.webM(blocks: 50, codec: "A_AAC"), .unknownFormat),
      ([UInt8](repeating: 0x4F, count: Recording.mostBytes + 1), .tooLarge),
      (Array(Self.webM(blocks: 50).dropLast(3)), .damaged),
    ]
    for (bytes, fault) in refused {
      #expect(throws: fault) { try Recording.sound(in: bytes, of: "") }
    }
  }

  @Test("no alteration of a file stops the reader")
  func mutations() {
    let bytes = Self.webM(blocks: 20)
    for index in bytes.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var other = bytes
        other[index] ^= change
        let length = (try? Recording.sound(in: other, of: ""))?.milliseconds ?? 0  // refused, or of some length
        #expect(length <= Recording.longest)
      }
    }
  }
}
