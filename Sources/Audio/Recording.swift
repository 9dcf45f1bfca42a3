/// What somebody recorded in a browser: taken apart and put together anew, so that nothing of the foreign file but its sound
/// is kept.
package enum Recording {
  /// Bytes of the file that comes in: three minutes at 64 kbit/s and what lies around them.
  package static let mostBytes = 2 << 20
  /// Milliseconds.
  package static let shortest = 300
  package static let longest = 180_000

  /// - Throws: ``SoundFault``.
  package static func sound(in bytes: [UInt8], of line: String) throws(SoundFault) -> Sound {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= mostBytes else { throw .tooLarge }
    var sound = bytes.starts(with: "OggS".utf8) ? try OggOpus.read(bytes) : try WebMOpus.read(bytes)
    guard sound.milliseconds >= shortest else { throw .tooShort }
    guard sound.milliseconds <= longest else { throw .tooLong }
    sound.text = line
    sound.words = []
    return sound
  }
}
