import Synchronization
import UseCases

/// Doors as a test says they are; the office's stands open.
package final class TestDoors: DoorFacts {
  package static let office = OfficeDoorAddress(
    url: "https://hop.local:8443/",
    fingerprint: "0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567 89AB CDEF",
    authority: [0x30, 0x03, 0x02, 0x01, 0x07])
  package static let kiosk = "http://127.0.0.1:8080/"

  private let state = Mutex(OfficeDoorState.open(office))

  package init() {}

  package func set(_ new: OfficeDoorState) {
    state.withLock { $0 = new }
  }

  package func kioskURL() -> String? { Self.kiosk }
  package func officeDoor() -> OfficeDoorState { state.withLock { $0 } }
}

/// A kiosk's session that a test says is there, and that counts how often it was ended.
package final class TestScreen: KioskScreen {
  private let state = Mutex((isThere: false, ends: 0))

  package init() {}

  package func appear() { state.withLock { $0.isThere = true } }
  package var ends: Int { state.withLock { $0.ends } }
  package var canEnd: Bool { state.withLock { $0.isThere } }
  package func end() { state.withLock { $0.ends += 1 } }
}

/// Codes of devices as the product keeps them.
package final class TestEnrolments: Enrolments {
  private let ledger = Mutex(EnrolmentLedger())

  package init() {}

  package func keep(_ draft: EnrolmentDraft) {
    ledger.withLock { $0.keep(draft) }
  }

  package func draft(_ code: String, at instant: Int64) -> EnrolmentDraft? {
    ledger.withLock { $0.draft(code, at: instant) }
  }

  package func drafts(at instant: Int64) -> [EnrolmentDraft] {
    ledger.withLock { $0.drafts(at: instant) }
  }

  package func forget(_ code: String) {
    ledger.withLock { $0.forget(code) }
  }
}
