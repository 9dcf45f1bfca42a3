import Testing
import UseCases

@testable import sathach

@Suite("What the operator is told about accounts")
struct StaffWordingTests {
  private let faults: [StaffFault] =
    [
      .login, .loginTaken, .name, .pin, .wrongPassword, .wrongCode, .officerExists, .unknownAccount, .lastOfficer,
      .tooManyTries(seconds: 4), .notSignedIn, .sessionLocked(hasPIN: true), .forbidden(.officer),
    ] + PasswordFault.allCases.map(StaffFault.password) + StaffSession.Duty.allCases.map(StaffFault.owed)

  @Test("is one plain line for each refusal, none like another, nothing as the program writes it")
  func isOneLine() {
    let lines = faults.map { OperatorWording.text(UseCaseError.staff($0)) }
    #expect(Set(lines).count == faults.count)
    for line in lines {
      #expect(!line.isEmpty && !line.contains("\n"))
      for sign in ["staff(", "Optional(", "seconds:", "hasPIN"] { #expect(!line.contains(sign), "\(line)") }
    }
  }

  @Test("names what is expected")
  func namesFacts() {
    #expect(OperatorWording.text(staff: .password(.tooShort)) == "a password has at least 10 characters")
    #expect(OperatorWording.text(staff: .tooManyTries(seconds: 4)) == "too many tries; wait 4 s")
    #expect(FirstOfficerCode.shown("ACDEF34679") == "ACDEF-34679")
  }
}
