import ArgumentParser
import Assessment
import SQLiteStore
import UseCases

struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Make, list, disable and reset staff accounts of a box that does not serve.",
    subcommands: [UserAdd.self, UserList.self, UserDisable.self, UserReset.self])
}

/// Makes an account; its one-time password is shown this once.
struct UserAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make an account and print its one-time password.")

  @Argument(help: "What the person signs in as: 2 to 32 of a-z, 0-9, dot and hyphen.") var login: String
  @Option(help: "The person's name, as shown to colleagues.") var name: String
  @Option(help: "clerk, officer or technician.") var role: Account.Role
  @OptionGroup var options: BoxOptions

  func run() throws {
    let password = try Accounts.change(in: options) { kiosk, atomically in
      let prepared = try kiosk.prepareAccount(login: login, name: name, role: role)
      try atomically { try kiosk.createAccount(prepared, by: .console) }
      return prepared.oneTimePassword
    }
    Accounts.tell(password, for: login)
  }
}

/// Lists all accounts by login.
struct UserList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the staff accounts.")

  @OptionGroup var options: BoxOptions
  @OptionGroup var report: ReportOptions

  func run() throws {
    let accounts: [Account]
    do {
      accounts = try options.existing().openReading().accounts()
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
    if report.json {
      Terminal.say(JSON(accounts.map(Self.json)))
    } else {
      for account in accounts { Terminal.say(Self.line(account)) }
    }
  }

  private static func json(_ account: Account) -> JSON {
    JSON.object([
      "id": JSON(Int(account.id)), "login": JSON(account.login.text), "name": JSON(account.name),
      "role": JSON(account.role.rawValue), "disabled": JSON(account.isDisabled), "pin": JSON(account.hasPIN),
      "secondFactor": JSON(account.secondFactor.rawValue), "mustChangePassword": JSON(account.mustChangePassword),
    ])
  }

  private static func line(_ account: Account) -> String {
    var words = [account.login.text, account.role.rawValue, "second factor \(account.secondFactor.rawValue)"]
    if account.mustChangePassword { words.append("one-time password") }
    if account.isDisabled { words.append("disabled") }
    return (words + [account.name]).joined(separator: "\t")
  }
}

/// Disables an account and ends its sessions.
struct UserDisable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Disable an account; what it did stays, and `user reset` gives it back.")

  @Argument(help: "The account's login.") var login: String
  @OptionGroup var options: BoxOptions

  func run() throws {
    try Accounts.change(in: options) { kiosk, atomically in
      try atomically { try kiosk.disableAccount(try kiosk.account(named: login).id, by: .console) }
    }
    Terminal.say("\(login) is disabled")
  }
}

/// Gives an account back to its owner.
struct UserReset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Give an account back with a one-time password, without PIN and second factor; a disabled one is enabled."
  )

  @Argument(help: "The account's login.") var login: String
  @OptionGroup var options: BoxOptions

  func run() throws {
    let password = try Accounts.change(in: options) { kiosk, atomically in
      let prepared = try kiosk.prepareReset(of: try kiosk.account(named: login).id)
      try atomically { try kiosk.resetAccount(prepared, by: .console) }
      return prepared.oneTimePassword
    }
    Accounts.tell(password, for: login)
  }
}

extension Account.Role: ExpressibleByArgument {}

/// What the commands about accounts do alike.
enum Accounts {
  /// Gives the verbs of a box that nobody serves, and a transaction for those that write.
  ///
  /// - Throws: ``Failure``: could not where the box serves, refused where a rule says no.
  @discardableResult
  static func change<Value>(
    in options: BoxOptions, _ body: (Kiosk, (() throws -> Void) throws -> Void) throws -> Value
  ) throws -> Value {
    do {
      let box = try options.existing()
      let lock = try FolderLock(folder: box.path)
      defer { withExtendedLifetime(lock) {} }
      let secrets = try box.secrets(creating: false)
      let store = try KioskStore.writer(at: box.database, secrets: secrets)
      let office = try box.office()
      let parts = KioskParts(box: box, secrets: secrets, signing: try box.signing(creating: false), office: office)
      return try body(parts.kiosk(store)) { try store.atomically($0) }
    } catch let failure as Failure {
      throw failure
    } catch UseCaseError.staff(let fault) {
      throw Failure.refused("sathach: \(OperatorWording.text(staff: fault))")
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  static func tell(_ oneTimePassword: String, for login: String) {
    Terminal.say("\(login): one-time password \(oneTimePassword), to be changed at the first sign-in")
  }
}
