import TestSupport
import Testing
import UseCases

@Suite("The first officer")
struct FirstOfficerTests {
  let box: TestBox
  var kiosk: Kiosk { box.kiosk }

  init() throws {
    box = try TestBox()
  }

  private func prepare(_ code: String, password: String = StaffOffice.password) throws -> PreparedFirstOfficer {
    try kiosk.prepareFirstOfficer(
      code: code, login: "binh", name: "Lê Văn Bình", password: password, peer: "10.0.0.1")
  }

  private func code() throws -> String {
    try #require(try kiosk.makeFirstOfficerCode())
  }

  @Test("the code has ten signs that nobody takes for one another")
  func form() throws {
    let code = try code()
    #expect(code.utf8.count == 10)
    #expect(code.allSatisfy { "34679ACDEFGHJKMNPQRTUVWXY".contains($0) })
  }

  @Test("with the code the first officer makes an account, with a password of their own")
  func makes() throws {
    let id = try kiosk.createFirstOfficer(prepare(code()))
    let account = try #require(try kiosk.accounts().first)
    #expect(account.id == id && account.role == .officer && !account.mustChangePassword)
    let check = try kiosk.checkPassword(login: "binh", password: StaffOffice.password, peer: "10.0.0.1")
    guard case .signedIn(_, let session) = try kiosk.signIn(check) else { throw Otherwise() }
    #expect(session.duty == .enrolment)
  }

  @Test("the code is taken in small letters, with spaces and hyphens")
  func typed() throws {
    let code = try code().lowercased()
    _ = try prepare(" \(code.prefix(5))-\(code.dropFirst(5)) ")
  }

  @Test("another code is refused before anything is hashed, and tries are delayed")
  func wrongCode() throws {
    _ = try code()
    for _ in 0..<5 { expect(.wrongCode) { _ = try prepare("AAAAAAAAAA") } }
    expect(.tooManyTries(seconds: 1)) { _ = try prepare("AAAAAAAAAA") }
    #expect(box.passwords.count == 0)
  }

  @Test("the code of the last start holds, those before it no longer")
  func replaced() throws {
    let (old, new) = (try code(), try code())
    expect(.wrongCode) { _ = try prepare(old) }
    _ = try prepare(new)
  }

  @Test("two who use the code at once do not both become officers")
  func once() throws {
    let prepared = try prepare(code())
    try kiosk.createFirstOfficer(prepared)
    expect(.officerExists) { try kiosk.createFirstOfficer(prepared) }
  }

  @Test("where there is an officer there is no code, and none is taken")
  func officerExists() throws {
    let code = try code()
    let made = try kiosk.prepareAccount(login: "hai", name: "Ngô Văn Hai", role: .officer)
    try kiosk.createAccount(made, by: .console)
    #expect(try kiosk.makeFirstOfficerCode() == nil)
    expect(.officerExists) { _ = try prepare(code) }
  }

  @Test("the rules for passwords hold for the first officer too")
  func rules() throws {
    let code = try code()
    expect(.password(.isCommon)) { _ = try prepare(code, password: "1234567890") }
  }

  @Test("a clerk made at the console does not do away with the code")
  func clerkFirst() throws {
    try kiosk.createAccount(kiosk.prepareAccount(login: "van", name: "Vân", role: .clerk), by: .console)
    #expect(try kiosk.makeFirstOfficerCode() != nil)
  }
}
