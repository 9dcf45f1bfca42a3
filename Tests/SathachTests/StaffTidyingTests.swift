import Assessment
import SQLiteStore
import Slip
import Synchronization
import TestSupport
import Testing
import UseCases

@testable import sathach

@Suite("Looking after colleagues' sessions once a minute")
struct StaffTidyingTests {
  private let folder: FolderOfTest
  private let clock = TestClock()
  private let writer: GroupCommit
  private let tidying: StaffTidying

  init() throws {
    folder = try FolderOfTest()
    let box = BoxFolder(folder.path)
    try box.make()
    let secrets = try box.secrets(creating: true)
    let store = try KioskStore.writer(at: box.database, secrets: secrets)
    var parts = KioskParts(
      box: box, secrets: secrets, signing: try box.signing(creating: true),
      office: Office(name: "UBND xã Thử", issuer: try Issuer("99999-1"), bootCounter: 1))
    parts.clock = clock
    parts.staff = StaffParts(
      passwords: TestPasswords(), authenticator: parts.staff.authenticator, tries: TestTries(),
      presence: TestPresence())
    let kiosk: @Sendable (KioskStore) -> Kiosk = parts.kiosk
    _ = try store.atomically {
      try kiosk(store).createAccount(
        kiosk(store).prepareAccount(login: "lan", name: "Chị Lan", role: .clerk), by: .console)
    }
    let session = try #require(SessionID([UInt8](repeating: 7, count: 16)))
    let id = try store.open(session, for: 1, stage: .open, at: clock.now())
    parts.staff.presence.note(id, at: clock.monotonic())
    writer = try GroupCommit(store)
    tidying = StaffTidying(writer: writer, kiosk: kiosk)
  }

  private struct Look: Equatable {
    let stages: [StaffSession.Stage]
    let head: [UInt8]
  }

  /// One look, and what is there when it is done: the writer does its jobs in their order.
  private func look() async throws -> Look {
    #expect(tidying.look())
    let taken = Taken()
    await withCheckedContinuation { continuation in
      let isWaiting = writer.submit { store in
        let look = Look(stages: try store.staffSessions().map(\.stage), head: try store.head())
        taken.look.withLock { $0 = look }
        return .discard
      } done: { _ in
        continuation.resume()
      }
      if !isWaiting { continuation.resume() }
    }
    return try #require(taken.look.withLock { $0 })
  }

  private final class Taken: Sendable {
    let look = Mutex<Look?>(nil)
  }

  @Test("locks what was left alone, ends what is over, and writes nothing where there is neither")
  func tidies() async throws {
    let first = try await look()
    #expect(first.stages == [.open])
    clock.advance(seconds: 19 * 60)
    #expect(try await look() == first)
    clock.advance(seconds: 60)
    let locked = try await look()
    #expect(locked.stages == [.locked] && locked.head != first.head)
    #expect(try await look() == locked)
    clock.advance(seconds: 12 * 3_600)
    let over = try await look()
    #expect(over.stages.isEmpty && over.head != locked.head)
    #expect(try await look() == over)
  }

  @Test("ends with the writer")
  func ends() {
    writer.stop()
    #expect(!tidying.look())
  }
}
