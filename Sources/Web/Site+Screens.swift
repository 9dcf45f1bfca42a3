import Assessment
import UseCases

/// Which screen answers an address: four switches over ``Route`` without a default, one for each way of answering.
extension Site {
  func page(_ visit: inout Visit) throws -> Response? {
    switch visit.route {
    case .welcome: try welcome(&visit)
    case .audience(let audience): try chooseMode(&visit, audience)
    case .notice(let audience): try notice(&visit, audience)
    case .attempt(let id): try attempt(&visit, id)
    case .seat(let id): try seat(&visit, id)
    case .item(let id, let place): try item(&visit, id, place)
    case .feedback(let id, let place): try feedback(&visit, id, place)
    case .review(let id): try review(&visit, id)
    case .submission(let id): try submission(&visit, id)
    case .result(let id): try result(&visit, id)
    case .check: try check(&visit)
    case .asset(let name): try assets.response(for: name, acceptsGzip: visit.request.acceptsGzip)
    case .seats: try seats(&visit)
    case .consent(let id): try consent(&visit, id)
    case .pause(let id): try pause(&visit, id)
    case .presence: try presence(&visit)
    case .enrolment(let code): try enrolment(&visit, code)
    case .authority: try authority(visit)
    case .helpCall(let id): try helpCall(&visit, id)
    case .guide(let name): try guide(&visit, name)
    case .staff(let route): try staffPage(&visit, route)
    case .desk(let route): try deskPage(&visit, route)
    case .office(let route): try officePage(&visit, route)
    case .attempts, .responses, .slip, .prints, .sheet, .sheetPicture, .departure, .absence, .appearance, .health,
      .sound,
      .soundTrack,
      .voice:
      throw Problem.methodNotAllowed
    }
  }

  func beside(_ visit: inout Visit, _ fields: FormFields?) throws -> Response {
    switch (visit.route, fields) {
    case (.sheet(let id, let copy, let size), _): try sheet(visit, id, copy: copy, size: size)
    case (.sheetPicture(let id, let copy, let size), _): try sheetPicture(visit, id, copy: copy, size: size)
    case (.sound(let list), _): try audio(visit, list)
    case (.soundTrack(let list), _): try audioTrack(visit, list)
    case (.check, let fields?): try check(&visit, fields)
    case (.desk(let route), _): try deskBeside(&visit, route, fields)
    case (.office(.report(let route)), _): try report(&visit, route)
    case (.office(.statistic(let route)), _): try statistic(&visit, route)
    case (.office(.items(let route)), _): try itemsBeside(&visit, route, fields)
    case (.office(.helpers), _): try assistance(&visit)
    case (.office(.examination), _): examination(&visit)
    case (.office(.setup(let step)), let fields): try setup(&visit, step, fields)
    case (.office(.evidence), let fields): try evidence(&visit, fields)
    case (.office(.voices(let route)), nil): try voicePage(&visit, route)
    case (.office(.privacy(let route)), nil): try privacyPage(&visit, route)
    case (.office(.plans(let route)), nil): try planPage(&visit, route)
    case (.office(.confirmations(let route)), let fields): try confirmationPage(&visit, route, fields)
    default: throw Problem.methodNotAllowed
    }
  }

  /// The slow part of a write, on a reader's kiosk, before the write waits for its turn.
  package func prepare(_ admission: Admission, kiosk: Kiosk) -> Preparation {
    // A failure here shows again, with its sentence, when the write itself is answered.
    guard case .success(let reading) = admission.reading, !reading.isStale, let fields = reading.fields else {
      return .none
    }
    switch reading.route {
    case .submission(let id), .slip(let id):
      // As above.
      guard let record = try? kiosk.attempt(id, of: reading.cookies.session),
        let slip = try? kiosk.prepareSlip(for: record)
      else { return .none }
      return .slip(slip)
    case .staff, .desk, .office:
      let visit = Visit(admission.request, reading, site: self, kiosk: kiosk)
      do { return try prepareForStaff(visit, fields) } catch { return .refused(error) }
    default: return .none
    }
  }

  func write(_ visit: inout Visit, _ fields: FormFields?, _ preparation: Preparation) throws -> Response {
    guard let fields else { return visit.route == .health ? try health(visit) : try overtime(&visit) }
    switch visit.route {
    case .attempts: return try begin(&visit, fields)
    case .seat(let id): return try seat(&visit, id, fields)
    case .responses(let id): return try respond(&visit, id)
    case .submission(let id): return try submit(&visit, id, fields, preparation)
    case .slip(let id): return try issueSlip(&visit, id, preparation)
    case .prints(let id): return try printSheet(&visit, id, fields)
    case .departure: return try depart(&visit)
    case .voice: return try chooseVoice(&visit, fields)
    case .appearance: return try appearance(&visit, fields)
    case .seats: return try takeSeat(&visit, fields)
    case .consent(let id): return try consent(&visit, id, fields)
    case .helpCall(let id): return try callForHelp(&visit, id, fields)
    case .pause(let id): return try pause(&visit, id, fields)
    case .enrolment(let code): return try enrol(&visit, code, fields)
    case .staff(let route): return try staffWrite(&visit, route, fields, preparation)
    case .desk(let route): return try deskWrite(&visit, route, fields, preparation)
    case .office(let route): return try officeWrite(&visit, route, fields, preparation)
    case .welcome, .audience, .notice, .attempt, .item, .feedback, .review, .result, .sheet, .sheetPicture, .check,
      .health, .asset, .authority, .presence, .absence, .sound, .soundTrack, .guide:
      throw Problem.methodNotAllowed
    }
  }
}
