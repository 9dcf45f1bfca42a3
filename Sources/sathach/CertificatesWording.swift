import Assessment
import Certificates
import Glibc

/// What keeps the office door's certificates from being used, for the operator.
extension OperatorWording {
  static func text(certificates error: CertificatesError) -> String {
    switch error {
    case .library(let call, let reason): "\(call): \(reason)"
    case .unreadableCertificate(let path): "\(path): expected a certificate in PEM form"
    case .unreadableKey(let path): "\(path): expected a private key in PEM form, without a password"
    case .keyMissing(let path): "\(path): the key of the certificate beside it is missing"
    case .keyDoesNotFit(let key, let certificate): "\(key): not the key of \(certificate)"
    case .notAnAuthority(let path): "\(path): may not sign certificates (expected CA:TRUE and keyCertSign)"
    case .nothingToSignWith(let path): "\(path): missing, and a certificate has to be signed with it"
    case .expired(let path, let at):
      "\(path): ended on \(day(at)); remove it with its key, and a new one is made at the next start"
    case .notYetValid(let path, let until): "\(path): valid from \(day(until)) only; is the clock right?"
    case .openToOthers(let path, let mode):
      "\(path): others may read it (mode \(String(mode, radix: 8))); expected 600 for a key, 700 for its folder"
    case .notRegular(let path): "\(path): expected a plain file"
    case .tooLarge(let path, let limit): "\(path): longer than \(limit) bytes"
    case .system(let call, let path, let code): "\(path): \(call): \(String(cString: strerror(code)))"
    }
  }

  static func text(renewal: Renewal) -> String {
    switch renewal {
    case .missing: "there was none"
    case .unreadable: "the old one is damaged and was set aside as server.pem.damaged"
    case .keyDoesNotFit: "the old one's key is lost"
    case .otherAuthority: "the old one was signed by another authority"
    case .endsSoon(let at): "the old one ends on \(day(at))"
    case .notYetValid(let until): "the old one is valid from \(day(until)) only"
    case .lacks(let names): "the old one lacks \(names.map(\.text).joined(separator: ", "))"
    }
  }

  private static func day(_ seconds: Int) -> String {
    let day = CivilDate(Moment(milliseconds: Int64(seconds) * 1000))
    return "\(day.year)-\(day.month < 10 ? "0" : "")\(day.month)-\(day.day < 10 ? "0" : "")\(day.day)"
  }
}
