import Assessment
import Audio

/// Files of sound: lines spoken by the machine's voice, made when the box was prepared, and recordings of people.
package protocol SoundFiles: Sendable {
  /// Whether any line was ever spoken on this box.
  var isPrepared: Bool { get }
  /// The machine's voice; nil for a line it was never given.
  func sound(of line: LineKey) -> SoundID?
  /// Nil where there is no such file.
  func file(_ sound: SoundID) throws -> [UInt8]?
  /// Keeps a recording for good; it is on the disk when this returns.
  func keep(_ recording: [UInt8]) throws -> SoundID
}

/// Somebody's voice for one line in one language.
package struct VoiceRecording: Equatable, Sendable {
  package typealias ID = Int64

  package enum State: String, Sendable, CaseIterable {
    /// Nobody else has listened yet.
    case waiting
    case approved
    case refused
    /// A newer one took its place.
    case replaced
  }

  package let id: ID
  package let language: Language.ID
  package let line: LineKey
  package let sound: SoundID
  package let milliseconds: Int
  package let by: StaffID
  package let at: Moment
  package let state: State
  package let reviewedBy: StaffID?

  package init(
    id: ID, language: Language.ID, line: LineKey, sound: SoundID, milliseconds: Int, by: StaffID, at: Moment,
    state: State, reviewedBy: StaffID?
  ) {
    self.id = id
    self.language = language
    self.line = line
    self.sound = sound
    self.milliseconds = milliseconds
    self.by = by
    self.at = at
    self.state = state
    self.reviewedBy = reviewedBy
  }
}

/// Recordings and their reviews. Of each line in each language at most one waits and at most one is approved.
package protocol VoiceStore {
  /// One of the same line that waits gives way.
  func add(
    recording: SoundID, of line: LineKey, in language: Language.ID, milliseconds: Int, by account: StaffID,
    at moment: Moment
  ) throws -> VoiceRecording.ID
  func recording(_ id: VoiceRecording.ID) throws -> VoiceRecording?
  /// The one that waits and the one that is approved.
  func recordings(of line: LineKey, in language: Language.ID) throws -> [VoiceRecording]
  /// Approving one replaces the one approved before.
  func review(_ id: VoiceRecording.ID, isApproved: Bool, by account: StaffID, at moment: Moment) throws
  func approvedSound(of line: LineKey, in language: Language.ID) throws -> SoundID?
  /// Languages in which anything is approved.
  func spokenLanguages() throws -> [Language.ID]
  /// Lines by what is there of them in a language.
  func recordedLines(in language: Language.ID) throws -> (approved: Set<LineKey>, waiting: Set<LineKey>)
  /// Files that any row stands on.
  func recordedSounds() throws -> [SoundID]
}

/// Why a recording is not taken, or not reviewed.
package enum RecordingRefusal: Equatable, Sendable {
  case sound(SoundFault)
  case unknownLanguage
  case unknownLine
  case unknownRecording
  /// Whoever recorded it does not judge it.
  case ownRecording
  /// Decided about already, or replaced by a newer one.
  case notWaiting
}
