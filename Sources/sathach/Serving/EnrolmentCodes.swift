import Synchronization
import UseCases

/// Codes of devices that are about to be enrolled, in memory, for every thread: see ``Enrolments``.
final class EnrolmentCodes: Enrolments {
  private let ledger = Mutex(EnrolmentLedger())

  func keep(_ draft: EnrolmentDraft) {
    ledger.withLock { $0.keep(draft) }
  }

  func draft(_ code: String, at instant: Int64) -> EnrolmentDraft? {
    ledger.withLock { $0.draft(code, at: instant) }
  }

  func drafts(at instant: Int64) -> [EnrolmentDraft] {
    ledger.withLock { $0.drafts(at: instant) }
  }

  func forget(_ code: String) {
    ledger.withLock { $0.forget(code) }
  }
}
