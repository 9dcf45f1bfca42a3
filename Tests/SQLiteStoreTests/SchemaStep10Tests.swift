import Audio
import TestSupport
import Testing
import UseCases

@testable import SQLiteStore

/// Recording 1 of a line in Tày is approved, recording 2 of the same line waits.
@Suite("Recordings in the database")
struct SchemaStep10Tests {
  private let box: TestBox
  private var store: KioskStore { box.store }

  init() throws {
    box = try TestBox()
    for (sound, account) in [(UInt64.max, Int64(1)), (7, 2)] {
      _ = try box.store.add(
        recording: SoundID(value: sound), of: LineKey("Câu"), in: .init("tyz"), milliseconds: 900, by: account,
        at: World.morning)
      if account == 1 { try box.store.review(1, isApproved: true, by: 2, at: World.morning) }
    }
  }

  @Test("what was kept is found again, in its language only")
  func finds() throws {
    #expect(try store.recordings(of: LineKey("Câu"), in: .init("tyz")).map(\.id) == [2, 1])
    #expect(try store.approvedSound(of: LineKey("Câu"), in: .init("tyz")) == SoundID(value: .max))
    #expect(try store.approvedSound(of: LineKey("Câu"), in: .init("vi")) == nil)
    #expect(try store.spokenLanguages().map(\.text) == ["tyz"])
    #expect(try store.recordedLines(in: .init("tyz")).waiting == [LineKey("Câu")])
    #expect(try Set(store.recordedSounds()) == [SoundID(value: 7), SoundID(value: .max)])
  }

  @Test("approving the newer one replaces the older; refusing it leaves the older")
  func reviews() throws {
    try store.review(2, isApproved: true, by: 1, at: World.morning)
    #expect(try store.recording(1)?.state == .replaced)
    #expect(try store.approvedSound(of: LineKey("Câu"), in: .init("tyz")) == SoundID(value: 7))
    let other = try SchemaStep10Tests()
    try other.store.review(2, isApproved: false, by: 1, at: World.morning)
    #expect(try other.store.recording(1)?.state == .approved)
  }

  @Test(
    "is refused",
    arguments: [
      "UPDATE voiceRecording SET state = 'approved', reviewedBy = 2, reviewedAt = 1 WHERE id = 2",
      "UPDATE voiceRecording SET state = 'approved' WHERE id = 2", "UPDATE voiceRecording SET sound = 1",
      "UPDATE voiceRecording SET account = 3", "UPDATE voiceRecording SET reviewedAt = NULL WHERE id = 1",
      "INSERT INTO voiceRecording (language, line, sound, milliseconds, account, at) VALUES ('tyz', 1, 1, 3600000, 1, 1)",
    ])
  func refused(sql: String) {
    #expect(throws: SQLiteStoreError.self) { try store.database.execute(sql) }
  }
}
