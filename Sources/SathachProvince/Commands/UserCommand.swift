import ArgumentParser
import Assessment
import PostgresStore
import Province

/// Officers' accounts.
struct UserCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "user", abstract: "Officers' accounts.",
    subcommands: [UserAdd.self, UserList.self, UserDisable.self, UserReset.self])
}

/// The verbs on an open database.
struct OfficeOptions: ParsableArguments {
  @Option(help: "The folder deployed beside the program (default: found by itself).") var kiosk: String?
  @OptionGroup var folder: FolderOptions
  @OptionGroup var store: StoreOptions

  /// - Throws: what a rule refuses as a ``Failure`` with its words.
  func office<T>(_ body: (ProvinceOffice, ProvinceFolder) throws -> T) throws -> T {
    let folder = try folder.prepared()
    let parts = try ProvinceParts(kiosk: DeployedFolder.find(kiosk), folder: folder).office()
    let office = ProvinceOffice(store: try store.open(), secrets: try folder.secrets(), parts: parts)
    do {
      return try body(office, folder)
    } catch let fault as OfficeFault {
      throw Failure.refused(OfficeFaultLines.text(fault))
    }
  }
}

struct UserAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Make an account and print its one-time password.")

  @Argument(help: "What the person signs in as: 2 to 32 of a-z, 0-9, dot and hyphen.") var login: String
  @Option(help: "The person's name, as shown to colleagues.") var name: String
  @OptionGroup var options: OfficeOptions

  func run() throws {
    let password = try options.office { office, _ in try office.addOfficer(login: login, name: name) }
    Terminal.say("\(login): one-time password \(password), to be changed at the first sign-in")
  }
}

struct UserList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the accounts.")

  @Flag(help: "One JSON document.") var json = false
  @OptionGroup var options: OfficeOptions

  func run() throws {
    let officers = try options.office { office, _ in try office.store.officers() }
    if json {
      let list = officers.map {
        JSON.object([
          "login": JSON($0.login.text), "name": JSON($0.name), "disabled": JSON($0.isDisabled),
          "mustChangePassword": JSON($0.mustChangePassword),
        ])
      }
      return Terminal.say(String(decoding: JSON(list).canonicalBytes, as: UTF8.self))
    }
    for officer in officers {
      let words = [
        officer.login.text, officer.isDisabled ? "disabled" : "", officer.mustChangePassword ? "one-time password" : "",
        officer.name,
      ]
      Terminal.say(words.filter { !$0.isEmpty }.joined(separator: "\t"))
    }
  }
}

struct UserDisable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable", abstract: "Disable an account; what it did stays, and `user reset` gives it back.")

  @Argument(help: "The account's login.") var login: String
  @OptionGroup var options: OfficeOptions

  func run() throws {
    try options.office { office, _ in try office.disableOfficer(login: login) }
    Terminal.say("\(login) is disabled")
  }
}

struct UserReset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Give an account back with a one-time password; a disabled one is enabled.")

  @Argument(help: "The account's login.") var login: String
  @OptionGroup var options: OfficeOptions

  func run() throws {
    let password = try options.office { office, _ in try office.resetOfficer(login: login) }
    Terminal.say("\(login): one-time password \(password), to be changed at the first sign-in")
  }
}
