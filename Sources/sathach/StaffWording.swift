import UseCases

/// Refusals about staff accounts in one English line for the operator, without names and logins.
extension OperatorWording {
  static func text(staff fault: StaffFault) -> String {
    switch fault {
    case .login: "a login has 2 to 32 of a-z, 0-9, dot and hyphen"
    case .loginTaken: "another account has this login"
    case .name: "a name has letters, spaces, hyphens, dots and apostrophes only, and not too many"
    case .password(let fault): text(password: fault)
    case .pin: "a PIN has 4 to 6 digits"
    case .wrongPassword: "the present password is another"
    case .wrongCode: "not the code that was expected"
    case .officerExists: "there is an officer already, who makes further accounts"
    case .unknownAccount: "no account has this login; `sathach user list` shows all"
    case .lastOfficer: "the last officer's account stays enabled; make another officer first"
    case .tooManyTries(let seconds): "too many tries; wait \(seconds) s"
    case .notSignedIn: "not signed in"
    case .sessionLocked: "the session is locked"
    case .owed(let duty): text(duty: duty)
    case .forbidden(let role): "for the role \(role.rawValue) only"
    }
  }

  private static func text(password fault: PasswordFault) -> String {
    switch fault {
    case .tooShort: "a password has at least \(PasswordRule.shortest) characters"
    case .tooLong: "a password has at most \(PasswordRule.longest) bytes"
    case .isLogin: "a password must not be the login"
    case .isCommon: "this password is among those that are tried first"
    case .isPresent: "the new password must not be the present one"
    case .isTypedOtherwise: "the password was typed twice, and not the same"
    }
  }

  private static func text(duty: StaffSession.Duty) -> String {
    switch duty {
    case .secondFactor: "the second factor must be given first"
    case .newPassword: "the one-time password must be changed first"
    case .enrolment: "a second factor must be chosen first"
    }
  }
}

/// The first officer's code as it stands on the console.
enum FirstOfficerCode {
  /// In two groups, easier to copy; the hyphen need not be typed.
  static func shown(_ code: String) -> String {
    "\(code.prefix(5))-\(code.dropFirst(5))"
  }
}
