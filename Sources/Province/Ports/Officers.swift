import Assessment
import UseCases

/// Somebody of the province who signs in. Accounts are disabled, never deleted: who did what must stay readable.
package struct Officer: Equatable, Sendable {
  package typealias ID = Int64

  package let id: ID
  package let login: Login
  package let name: String
  package let isDisabled: Bool
  /// The password was made up by the program.
  package let mustChangePassword: Bool

  package init(id: ID, login: Login, name: String, isDisabled: Bool, mustChangePassword: Bool) {
    self.id = id
    self.login = login
    self.name = name
    self.isDisabled = isDisabled
    self.mustChangePassword = mustChangePassword
  }
}

/// Officers and what they took out of the database.
package protocol OfficerStore {
  func addOfficer(login: Login, name: String, passwordHash: String, at moment: Moment) throws -> Officer.ID
  func officer(_ login: Login) throws -> Officer?
  func officer(_ id: Officer.ID) throws -> Officer?
  /// All, by login.
  func officers() throws -> [Officer]
  func passwordHash(of id: Officer.ID) throws -> String?
  func setPassword(_ hash: String, isOneTime: Bool, of id: Officer.ID, at moment: Moment) throws
  func setDisabled(_ isDisabled: Bool, of id: Officer.ID, at moment: Moment) throws
  /// Names and numbers have left the database in a file. Nil for the command line.
  func noteDisclosure(
    of list: ConfirmationBatch.ID, rows: Int, format: String, digest: [UInt8], by officer: Officer.ID?,
    at moment: Moment) throws
}

/// Who is signed in, in memory: a restart signs everybody out.
package protocol OfficerSessions: Sendable {
  func open(_ session: SessionID, for officer: Officer.ID, at instant: Int64)
  /// The officer, where the session is neither idle for too long nor too old; notes its use.
  func use(_ session: SessionID, at instant: Int64) -> Officer.ID?
  func end(_ session: SessionID)
  /// Ends an officer's other sessions.
  func endAll(of officer: Officer.ID, but session: SessionID?)
  /// A file of answers between its preview and the decision; nil takes it away.
  func keep(_ file: PendingAnswers?, for session: SessionID)
  func pending(for session: SessionID) -> PendingAnswers?
}

/// A file of answers that somebody looks at.
package struct PendingAnswers: Sendable {
  package let digest: [UInt8]
  package let rows: [(line: Int, cells: [String])]

  package init(digest: [UInt8], rows: [(line: Int, cells: [String])]) {
    self.digest = digest
    self.rows = rows
  }
}

/// The bookkeeping behind ``OfficerSessions``, for one thread at a time.
package struct SessionLedger: Sendable {
  /// Milliseconds without a request after which a session is over.
  package static let idleLimit: Int64 = 20 * 60_000
  /// A working day.
  package static let lifetime: Int64 = 12 * 3_600_000
  /// More than a province has officers; beyond them the one unused for longest goes.
  package static let most = 256

  private struct Session {
    let officer: Officer.ID
    let openedAt: Int64
    var usedAt: Int64
    var pending: PendingAnswers?
  }

  private var sessions: [SessionID: Session] = [:]

  package init() {}

  package mutating func open(_ session: SessionID, for officer: Officer.ID, at instant: Int64) {
    sessions = sessions.filter { !Self.isOver($0.value, at: instant) }
    if sessions.count >= Self.most, let oldest = sessions.min(by: { $0.value.usedAt < $1.value.usedAt }) {
      sessions[oldest.key] = nil
    }
    sessions[session] = Session(officer: officer, openedAt: instant, usedAt: instant, pending: nil)
  }

  package mutating func use(_ session: SessionID, at instant: Int64) -> Officer.ID? {
    guard let found = sessions[session], !Self.isOver(found, at: instant) else {
      sessions[session] = nil
      return nil
    }
    sessions[session]?.usedAt = instant
    return found.officer
  }

  package mutating func end(_ session: SessionID) { sessions[session] = nil }

  package mutating func endAll(of officer: Officer.ID, but kept: SessionID?) {
    sessions = sessions.filter { $0.value.officer != officer || $0.key == kept }
  }

  package mutating func keep(_ file: PendingAnswers?, for session: SessionID) { sessions[session]?.pending = file }

  package func pending(for session: SessionID) -> PendingAnswers? { sessions[session]?.pending }

  private static func isOver(_ session: Session, at instant: Int64) -> Bool {
    instant - session.usedAt > idleLimit || instant - session.openedAt > lifetime
  }
}
