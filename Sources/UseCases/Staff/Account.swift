/// Somebody of the office who signs in. Accounts are disabled, never deleted: who did what must stay readable.
package struct Account: Equatable, Sendable {
  package typealias ID = Int64

  package enum Role: String, Sendable, CaseIterable {
    case clerk
    case officer
    /// Keeps the box up; sees neither people nor results.
    case technician

    /// An officer may do what a clerk may.
    package func includes(_ other: Role) -> Bool {
      self == other || (self == .officer && other == .clerk)
    }

    package var needsSecondFactor: Bool { self != .clerk }
  }

  package enum SecondFactor: String, Sendable, CaseIterable {
    case none
    /// An authenticator app.
    case totp
    /// A printed list of one-time codes.
    case list
  }

  package let id: ID
  package let login: Login
  /// As shown to colleagues.
  package let name: String
  package let role: Role
  package let isDisabled: Bool
  package let hasPIN: Bool
  package let secondFactor: SecondFactor
  /// The password was made up by the box.
  package let mustChangePassword: Bool

  package init(
    id: ID, login: Login, name: String, role: Role, isDisabled: Bool, hasPIN: Bool, secondFactor: SecondFactor,
    mustChangePassword: Bool
  ) {
    self.id = id
    self.login = login
    self.name = name
    self.role = role
    self.isDisabled = isDisabled
    self.hasPIN = hasPIN
    self.secondFactor = secondFactor
    self.mustChangePassword = mustChangePassword
  }
}

/// What somebody signs in as: 2 to 32 of a–z, 0–9, dot and hyphen.
package struct Login: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Capitals are taken for small letters: telephones begin fields with one.
  package init?(_ text: String) {
    let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let fits = bytes.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }
    guard fits, (2...32).contains(bytes.count) else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  package var description: String { text }
}

/// Who changes accounts: it goes into the log.
package enum StaffActor: Equatable, Sendable {
  /// The command line, for whoever has the box's folder.
  case console
  case account(Account.ID)

  var note: String {
    switch self {
    case .console: "by=console"
    case .account(let id): "by=\(id)"
    }
  }

  var account: Account.ID? {
    if case .account(let id) = self { id } else { nil }
  }
}
