import Audio

/// The sounds of one page, as they stand in an address: nothing but their names, so that whoever keeps the answer may keep it
/// for ever.
package struct SoundList: Equatable, Sendable {
  /// An address with more would be too long for a request line.
  package static let most = 110

  package let sounds: [SoundID]

  /// Nil for none; what is beyond ``most`` is left out.
  package init?(_ sounds: [SoundID]) {
    guard !sounds.isEmpty else { return nil }
    self.sounds = Array(sounds.prefix(Self.most))
  }

  package init?(text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard !digits.isEmpty, digits.count % 16 == 0, digits.count <= Self.most * 16 else { return nil }
    var sounds: [SoundID] = []
    for start in stride(from: 0, to: digits.count, by: 16) {
      guard let sound = SoundID(text: String(decoding: digits[start..<(start + 16)], as: UTF8.self)) else { return nil }
      sounds.append(sound)
    }
    self.sounds = sounds
  }

  package var text: String { sounds.map(\.text).joined() }
}
