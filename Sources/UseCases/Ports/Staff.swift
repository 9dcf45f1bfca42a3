import Assessment

/// What signing in stands on beside the store, in one value.
package struct StaffParts: Sendable {
  package let passwords: any PasswordHashing
  package let authenticator: any AuthenticatorCodes
  package let tries: any SignInTries
  package let presence: any StaffPresence

  package init(
    passwords: any PasswordHashing, authenticator: any AuthenticatorCodes, tries: any SignInTries,
    presence: any StaffPresence
  ) {
    self.passwords = passwords
    self.authenticator = authenticator
    self.tries = tries
    self.presence = presence
  }
}

/// Hashes passwords and PINs. Slow on purpose (a hundred milliseconds and more): never to be called on the writer.
package protocol PasswordHashing: Sendable {
  func hash(_ password: String) throws -> String
  /// - Parameter hash: nil where there is nothing to compare with; that takes as long, and is never a match.
  /// - Throws: where there was not enough memory to tell.
  func matches(_ password: String, _ hash: String?) throws -> Bool
}

/// The codes of authenticator apps (RFC 6238: SHA-1, 6 digits).
package protocol AuthenticatorCodes: Sendable {
  /// The bytes of a secret as apps take it: Base32 without padding.
  func secret(of bytes: [UInt8]) -> String
  /// Nil for a secret that is no Base32.
  func code(of secret: String, step: Int64) -> String?
}

/// Counts tries to sign in by account and by address, in memory, so that passwords cannot be tried out.
package protocol SignInTries: Sendable {
  /// Counts a try before it is known whether it is right, so that many at once do not slip through.
  /// - Returns: seconds to wait, with nothing counted; 0 where this try may go on.
  func wait(login: String, peer: String, at instant: Int64) -> Int
  /// The last try from this address was right: takes it back, and it alone.
  func takeBack(peer: String)
  /// Somebody has signed in with all that belongs to it.
  func forget(login: String)
}

/// Remembers, in memory only, when each staff session was last used. After a stop of the service nobody is remembered,
/// so that every session is locked: it costs a PIN.
package protocol StaffPresence: Sendable {
  func note(_ session: StaffSession.ID, at instant: Int64)
  func lastUse(of session: StaffSession.ID) -> Int64?
  func forget(_ session: StaffSession.ID)
}

/// An account about to be stored.
package struct NewAccount: Equatable, Sendable {
  package let login: Login
  package let name: String
  package let role: Account.Role
  package let passwordHash: String
  /// The password was made up by the box and must be changed at the first sign-in.
  package let isOneTime: Bool

  package init(login: Login, name: String, role: Account.Role, passwordHash: String, isOneTime: Bool) {
    self.login = login
    self.name = name
    self.role = role
    self.passwordHash = passwordHash
    self.isOneTime = isOneTime
  }
}

/// Whose one-time codes are meant.
package enum CodeOwner: Equatable, Sendable {
  /// Whoever stands at the console of a box that has no officer yet.
  case firstOfficer
  /// The printed list of an account.
  case account(Account.ID)
}

/// Accounts and their secrets. Secrets that must be read back are sealed; passwords and PINs come as hashes, codes
/// are kept as keyed hashes.
package protocol AccountStore {
  func add(_ new: NewAccount, at moment: Moment) throws -> Account.ID
  func account(_ id: Account.ID) throws -> Account?
  func account(_ login: Login) throws -> Account?
  /// All accounts, by login.
  func accounts() throws -> [Account]
  func passwordHash(of id: Account.ID) throws -> String?
  func setPassword(_ hash: String, isOneTime: Bool, of id: Account.ID, at moment: Moment) throws
  func pinHash(of id: Account.ID) throws -> String?
  func setPIN(_ hash: String, of id: Account.ID, at moment: Moment) throws
  func setDisabled(_ isDisabled: Bool, of id: Account.ID, at moment: Moment) throws
  /// Takes PIN and second factor away, and enables the account.
  func clearProofs(of id: Account.ID, at moment: Moment) throws
  /// The secret of the account's authenticator app, and the step of the last code that was taken.
  func authenticator(of id: Account.ID) throws -> (secret: String, step: Int64)?
  /// Makes an authenticator app the second factor.
  func setAuthenticator(secret: String, step: Int64, of id: Account.ID, at moment: Moment) throws
  func take(step: Int64, of id: Account.ID) throws
  /// Makes the printed list, stored by ``replaceCodes(_:of:at:)``, the second factor.
  func setList(of id: Account.ID, at moment: Moment) throws
  /// Puts these codes in place of all that the owner had.
  func replaceCodes(_ codes: [String], of owner: CodeOwner, at moment: Moment) throws
  func isOpen(_ code: String, of owner: CodeOwner) throws -> Bool
  /// - Returns: false where there is no such code, or it was used.
  func use(_ code: String, of owner: CodeOwner, at moment: Moment) throws -> Bool
  /// How many codes are not used yet.
  func openCodes(of owner: CodeOwner) throws -> Int
}

/// Who is signed in where. Only digests of session ids are stored.
package protocol StaffSessionStore {
  func open(
    _ session: SessionID, for account: Account.ID, stage: StaffSession.Stage, at moment: Moment
  ) throws -> StaffSession.ID
  func staffSession(_ session: SessionID) throws -> StaffSession?
  func staffSessions() throws -> [StaffSession]
  func setStage(_ stage: StaffSession.Stage, of id: StaffSession.ID) throws
  func setWrongTries(_ count: Int, of id: StaffSession.ID) throws
  func end(_ id: StaffSession.ID) throws
  /// The secret of an authenticator app that has not shown its first code yet.
  func setDraft(secret: String, of id: StaffSession.ID) throws
  func draft(of id: StaffSession.ID) throws -> String?
}
