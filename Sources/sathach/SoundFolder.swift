import Audio
import Glibc
import Sealing
import Synchronization
import UseCases

/// The box's files of sound: `audio/` is made from texts and can be made again; `recordings/` is people's and is kept.
///
/// `audio/index` names for each line its file: records of two 64-bit numbers, little end first, sorted by the line. It is
/// mapped rather than read, so that a bank of ten thousand lines costs no memory before it is heard, and looked at again
/// when another has taken its place.
final class SoundFolder: SoundFiles {
  let made: String
  let recordings: String
  private let index: Mutex<SoundIndex>

  init(box: BoxFolder) {
    made = box.audio
    recordings = box.recordings
    index = Mutex(SoundIndex(box.audio + "/index"))
  }

  var isPrepared: Bool { index.withLock { $0.count > 0 } }

  func sound(of line: LineKey) -> SoundID? {
    index.withLock { $0.sound(of: line) }
  }

  func file(_ sound: SoundID) throws -> [UInt8]? {
    for path in [path(of: sound, in: made), path(of: sound, in: recordings)] where FileSystem.exists(path) {
      return try FileSystem.read(path)
    }
    return nil
  }

  func keep(_ recording: [UInt8]) throws -> SoundID {
    let id = SoundName.of(recording)
    let path = path(of: id, in: recordings)
    if FileSystem.exists(path) { return id }
    try FileSystem.makeFolder(recordings + "/" + id.text.prefix(2), mode: 0o700)
    try FileSystem.write(bytes: recording, to: path, mode: 0o600)
    return id
  }

  func path(of sound: SoundID, in folder: String) -> String {
    "\(folder)/\(sound.text.prefix(2))/\(sound.text).opus"
  }

  /// Removes recordings that no row stands on, such as one that was being sent when the power went.
  func sweepRecordings(keeping sounds: Set<SoundID>) {
    sweep(recordings, keeping: sounds)
  }

  /// Removes what is in the way of nothing: a folder that cannot be looked through is left as it is.
  func sweep(_ folder: String, keeping sounds: Set<SoundID>) {
    for part in (try? FileSystem.names(in: folder)) ?? [] where part.utf8.count == 2 {
      for name in (try? FileSystem.names(in: "\(folder)/\(part)")) ?? [] {
        let id = SoundID(text: name.prefix { $0 != "." })
        if name.hasSuffix(".opus"), let id, sounds.contains(id) { continue }
        unlink("\(folder)/\(part)/\(name)")
      }
    }
  }
}

/// Names files of sound by what is in them, or by what they are made from.
enum SoundName {
  static func of(_ bytes: [UInt8]) -> SoundID {
    let hash = Digest.sha256(bytes)
    return SoundID(value: hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
