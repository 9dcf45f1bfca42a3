import SQLiteStore
import Testing
import UseCases

@testable import sathach

/// A data folder as the first start leaves it, without a running server; gone after the test.
@Suite("Accounts at the command line")
struct UserCommandTests {
  let box: FolderOfTest

  init() throws {
    box = try FolderOfTest()
    let folder = BoxFolder(box.path)
    try folder.make()
    _ = try folder.signing(creating: true)
    _ = try KioskStore.writer(at: folder.database, secrets: folder.secrets(creating: true))
  }

  private func run(_ words: String...) throws {
    var command = try Sathach.parseAsRoot(["user"] + words + ["--data", box.path])
    try command.run()
  }

  private func accounts() throws -> [Account] {
    try BoxFolder(box.path).openReading().accounts()
  }

  private func ending(_ body: () throws -> Void) -> sathach.ExitStatus? {
    do {
      try body()
      return .done
    } catch {
      return (error as? Failure)?.code
    }
  }

  @Test("an account is made, disabled and given back")
  func life() throws {
    try run("add", "van", "--name", "Phạm Thị Vân", "--role", "clerk")
    #expect(
      try accounts().map { "\($0.login) \($0.name) \($0.role) \($0.mustChangePassword)" } == [
        "van Phạm Thị Vân clerk true"
      ])
    try run("disable", "van")
    #expect(try accounts().map(\.isDisabled) == [true])
    try run("reset", "van")
    #expect(try accounts().map(\.isDisabled) == [false])
    try run("list", "--json")
  }

  @Test("what a rule refuses ends with 1, wrong use with 2, and a box that serves with 3")
  func exits() throws {
    try run("add", "binh", "--name", "Lê Văn Bình", "--role", "officer")
    #expect(ending { try run("add", "BINH", "--name", "Khác", "--role", "clerk") } == .refused)
    #expect(ending { try run("disable", "binh") } == .refused)
    #expect(ending { try run("reset", "khong-co") } == .refused)
    #expect(throws: (any Error).self) {
      try Sathach.parseAsRoot(["user", "add", "a", "--name", "A", "--role", "king"])
    }

    let lock = try FolderLock(folder: box.path)
    #expect(ending { try run("add", "tu", "--name", "Đỗ Thị Tú", "--role", "technician") } == .couldNot)
    #expect(ending { try run("reset", "binh") } == .couldNot)
    #expect(ending { try run("disable", "binh") } == .couldNot)
    withExtendedLifetime(lock) {}
    #expect(try accounts().map(\.login.text) == ["binh"])
  }

  @Test("a folder without data cannot have accounts")
  func noData() throws {
    let empty = try FolderOfTest()
    #expect(
      ending {
        var command = try Sathach.parseAsRoot(["user", "list", "--data", empty.path])
        try command.run()
      } == .couldNot)
  }
}
