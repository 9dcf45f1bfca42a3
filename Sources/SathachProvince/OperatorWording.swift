import BundleFiles
import PostgresStore
import Province
import Sealing
import Slip

/// Every error in one English line for the operator: the cause, what was found and what was expected. No personal data.
enum OperatorWording {
  static func text(_ error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.text
    case let error as PostgresError: text(store: error)
    case let fault as OfficeFault: OfficeFaultLines.text(fault)
    case let fault as BundleFileFault: fault.description
    case let error as SealingError: "the province's keys: \(error)"
    default: "unexpected: \(error)"
    }
  }

  private static func text(store error: PostgresError) -> String {
    switch error {
    case .noConnection(let message): "the database does not answer: \(message)"
    case .refused("53100", let what, _): "the database's disk is full (\(what)); nothing of this was taken"
    case .refused(let state, let what, let message): "PostgreSQL \(state) while \(what): \(message)"
    case .newerSchema(let found, let known):
      "the database was brought up to date by a later program (schema \(found), this one knows \(known)); update the program"
    case .olderSchema(let found, let known):
      "the database has schema \(found), expected \(known); `sathach-province migrate` brings it up to date"
    case .unreadable(let table, let column): "damaged: \(table).\(column) does not read back"
    case .misuse(let what): "a mistake in this program: \(what)"
    }
  }
}
