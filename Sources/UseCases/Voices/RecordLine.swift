import Assessment
import Audio

/// A recording that was looked at and put together anew, beside the writer; on the disk, and not yet anybody's.
package struct PreparedRecording: Sendable {
  let line: LineKey
  let sound: SoundID
  let milliseconds: Int
}

extension Kiosk {
  /// The slow half: takes the file apart, and keeps what is sound in it. A file without a row is swept away at the next start.
  package func prepareRecording(_ bytes: [UInt8], of line: LineKey, item: Item.ID) throws -> PreparedRecording {
    guard let text = try voiceSheet(of: item).lines.first(where: { LineKey($0) == line }) else {
      throw UseCaseError.recording(.unknownLine)
    }
    do {
      let sound = try Recording.sound(in: bytes, of: LineText.tidy(text))
      return PreparedRecording(
        line: line, sound: try sounds.keep(OggOpus.write(sound)), milliseconds: sound.milliseconds)
    } catch let fault as SoundFault {
      throw UseCaseError.recording(.sound(fault))
    }
  }

  /// It waits for somebody else to listen to it.
  package func record(
    _ recording: PreparedRecording, in language: Language.ID, by account: StaffID
  ) throws -> VoiceRecording.ID {
    _ = try voiceLanguage(language)
    let id = try store.add(
      recording: recording.sound, of: recording.line, in: language, milliseconds: recording.milliseconds, by: account,
      at: clock.now())
    try store.append(
      Event(.recordingMade, note: "recording=\(id) language=\(language) account=\(account)"), at: clock.now())
    return id
  }
}
