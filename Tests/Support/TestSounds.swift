import Audio
import Synchronization
import UseCases

/// Lines spoken without a voice: each is a second of the same tone, named by its line.
package final class TestSounds: SoundFiles {
  private let knows: @Sendable (LineKey) -> Bool
  private let kept = Mutex<[SoundID: [UInt8]]>([:])

  /// - Parameter knows: which lines the machine was given; none, unless said.
  package init(knows: @escaping @Sendable (LineKey) -> Bool = { _ in false }) {
    self.knows = knows
  }

  package var isPrepared: Bool { true }

  package func sound(of line: LineKey) -> SoundID? { knows(line) ? line : nil }

  package func file(_ sound: SoundID) -> [UInt8]? {
    kept.withLock { $0[sound] } ?? (knows(sound) ? Self.file(seconds: 1) : nil)
  }

  package func keep(_ recording: [UInt8]) -> SoundID {
    let id = LineKey(recording)
    kept.withLock { $0[id] = recording }
    return id
  }

  /// An Ogg Opus file, as a browser could send it.
  package static func file(seconds: Int, text: String = "một hai") -> [UInt8] {
    let packets = (0..<(seconds * 50)).map { [0xF8, UInt8($0 % 251), 7] as [UInt8] }
    return OggOpus.write(Sound(channels: 1, packets: packets, text: text, words: [0, 500]))
  }
}
