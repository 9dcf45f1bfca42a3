import Assessment
import Interchange
import UseCases

/// The slow half of what colleagues send.
package enum StaffPreparation: Sendable {
  case passwordCheck(PasswordCheck)
  case pinCheck(PINCheck)
  case secret(PreparedSecret)
  case firstOfficer(PreparedFirstOfficer)
  case account(PreparedAccount)
  case reset(PreparedReset)
  case slip(PreparedSlip)
  case download(Response)
  /// A file with people's names, so many.
  case names(Response, rows: Int)
  case roster(RosterReading)
  case answers(AnswerReading)
  /// A dry run once more, to be taken in.
  case items(ImportReport)
  case ready([Item.ID])
  case recording(PreparedRecording)
  case leaving(LeavingCheck)
}

extension Site {
  func staffPage(_ visit: inout Visit, _ route: StaffRoute) throws -> Response {
    switch route {
    case .session: try signIn(&visit)
    case .firstOfficer: try firstOfficer(&visit)
    case .account: try ownAccount(&visit)
    case .leave: try leaving(&visit)
    case .design: try design(&visit)
    case .code, .lock, .unlocking, .signOut, .password, .pin, .authenticator, .authenticatorCode, .codes:
      throw Problem.methodNotAllowed
    }
  }

  func staffWrite(
    _ visit: inout Visit, _ route: StaffRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .session: try signIn(&visit, fields, preparation)
    case .code: try giveCode(&visit, fields)
    case .unlocking: try unlock(&visit, fields, preparation)
    case .lock: try lock(&visit)
    case .signOut: try signOut(&visit)
    case .firstOfficer: try firstOfficer(&visit, fields, preparation)
    case .password, .pin: try keepSecret(&visit, fields, preparation)
    case .authenticator: try draftAuthenticator(&visit)
    case .authenticatorCode: try confirmAuthenticator(&visit, fields)
    case .codes: try makeCodes(&visit)
    case .leave: try leave(&visit, fields, preparation)
    case .account, .design: throw Problem.methodNotAllowed
    }
  }

  /// - Throws: what the write is to be refused with.
  func prepareForStaff(_ visit: Visit, _ fields: FormFields) throws -> Preparation {
    switch visit.route {
    case .staff(.session): .staff(.passwordCheck(try checkPassword(visit, fields)))
    case .staff(.unlocking): .staff(.pinCheck(try checkPIN(visit, fields)))
    case .staff(.firstOfficer): .staff(.firstOfficer(try prepareFirstOfficer(visit, fields)))
    case .staff(.password), .staff(.pin): .staff(.secret(try prepareSecret(visit, fields)))
    case .staff(.leave) where try isBare(visit.kiosk): .none
    case .staff(.leave): .staff(.leaving(try checkLeaving(visit, fields)))
    case .office(let route): try prepareForOffice(visit, route, fields)
    case .desk(let route): try prepareForDesk(visit, route, fields)
    default: .none
    }
  }
}
