/// Sounds one after another as one file, and when each of their words begins.
package struct SoundTrack: Sendable {
  package struct Line: Equatable, Sendable {
    package let text: String
    /// Milliseconds in the whole file.
    package let from: Int
    package let to: Int
    package let words: [Int]
  }

  /// Milliseconds of silence between two lines.
  private static let pause = 240
  /// 20 ms of true silence, as the coding itself has it: one frame of CELT, mono.
  private static let silence: [UInt8] = [0xF8, 0xFF, 0xFE]

  private let sounds: [Sound]

  package init(_ sounds: [Sound]) {
    self.sounds = sounds
  }

  package var lines: [Line] {
    var at = 0
    return sounds.map { sound in
      defer { at += sound.milliseconds + Self.pause }
      return Line(text: sound.text, from: at, to: at + sound.milliseconds, words: sound.words.map { $0 + at })
    }
  }

  /// One Ogg Opus file. Packets tell themselves whether they are stereo, so sounds of both kinds may follow one another.
  package var bytes: [UInt8] {
    var joined = Sound(channels: sounds.map(\.channels).max() ?? 1, packets: [])
    for (index, sound) in sounds.enumerated() {
      if index > 0 { joined.packets += Array(repeating: Self.silence, count: Self.pause / 20) }
      joined.packets += sound.packets
    }
    joined.text = sounds.map(\.text).joined(separator: " ")
    return OggOpus.write(joined)
  }
}
