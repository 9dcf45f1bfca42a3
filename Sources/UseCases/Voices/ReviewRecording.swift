import Assessment
import Audio

extension Kiosk {
  /// A second person has listened: from now on the kiosk speaks with this voice, or the line is to be recorded again.
  package func reviewRecording(_ id: VoiceRecording.ID, isApproved: Bool, by account: StaffID) throws -> VoiceRecording
  {
    guard let recording = try store.recording(id) else { throw UseCaseError.recording(.unknownRecording) }
    guard recording.state == .waiting else { throw UseCaseError.recording(.notWaiting) }
    guard recording.by != account else { throw UseCaseError.recording(.ownRecording) }
    try store.review(id, isApproved: isApproved, by: account, at: clock.now())
    let word = isApproved ? "approved" : "refused"
    try store.append(Event(.recordingReviewed, note: "recording=\(id) \(word) account=\(account)"), at: clock.now())
    return recording
  }
}
