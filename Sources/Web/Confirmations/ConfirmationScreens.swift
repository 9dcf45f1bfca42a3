import Assessment
import UseCases

extension Site {
  func confirmationPage(
    _ visit: inout Visit, _ route: ConfirmationRoute, _ fields: FormFields?
  ) throws -> Response {
    switch (route, fields) {
    case (.overview, nil): try confirmations(&visit)
    case (.draft, let fields?): try draftList(&visit, fields)
    case (.layout, nil): try confirmationLayout(&visit)
    case (.batch(let id, let page), nil): try batch(&visit, id, page: page)
    case (.answerFile(let id, let page), nil): try answerFile(&visit, id, page: page)
    default: throw Problem.methodNotAllowed
    }
  }

  func confirmationWrite(
    _ visit: inout Visit, _ route: ConfirmationRoute, _ fields: FormFields, _ preparation: Preparation
  ) throws -> Response {
    switch route {
    case .overview: try makeList(&visit, fields)
    case .sending(let id): try markSent(&visit, id)
    case .withdrawal(let id): try withdraw(&visit, from: id, fields)
    case .files(let id): try listFile(visit, id, fields, preparation)
    case .correction(let id): try markCorrected(&visit, id)
    case .answers: try takeAnswers(&visit, preparation)
    case .application(let id): try applyAnswers(&visit, id, fields)
    case .dropping(let id): try dropAnswers(&visit, id)
    case .undoing(let id): try undoAnswers(&visit, id)
    case .layout: try keepLayout(&visit, fields)
    case .draft, .batch, .answerFile: throw Problem.methodNotAllowed
    }
  }

  func prepareConfirmation(_ visit: Visit, _ route: ConfirmationRoute, _ fields: FormFields) throws -> Preparation {
    switch route {
    case .answers: .staff(.answers(readAnswers(visit, fields)))
    case .files(let id): .staff(.download(try prepareListFile(visit, id, fields)))
    default: .none
    }
  }
}

/// The parts that these pages share.
enum ConfirmationParts {
  static let styles = ["staff.css", "desk-seating.css", "office-confirmations.css"]

  static func alert(_ problem: StaffProblem?) -> Markup { problem?.notice ?? "" }

  static func badge(_ state: ConfirmationState?) -> Markup {
    let kind: Markup =
      switch state {
      case .listed, .withdrawn, nil: ""
      case .sent: " calm"
      case .confirmed: " good"
      case .refused: " care"
      }
    return "<span class=\"badge\(kind)\">\(ConfirmationWording.state(state))</span>"
  }

  static func badge(of entry: ConfirmationEntry) -> Markup {
    let reason: Markup = entry.reason.map { $0.isEmpty ? "" : "<br>\($0)" } ?? ""
    return "\(badge(entry.state))\(reason)"
  }

  /// The way to the other pages of a long list; nothing where there is one page.
  static func pages(_ page: Int, of count: Int, route: (Int) -> Route) -> Markup {
    guard count > 1 else { return "" }
    let back: Markup =
      page > 1 ? "<a class=\"button\" href=\"\(route(page - 1))\">\(ConfirmationWording.earlier)</a>" : ""
    let on: Markup =
      page < count ? "<a class=\"button\" href=\"\(route(page + 1))\">\(ConfirmationWording.later)</a>" : ""
    return "<p class=\"pages\">\(back)<span>\(ConfirmationWording.page(page, of: count))</span>\(on)</p>\n"
  }

  static func person(_ id: Int64, _ name: String?) -> Markup {
    "<a href=\"\(Route.desk(.person(id)))\">\(name ?? SlipDeskWording.somebody)</a>"
  }
}

extension Array {
  /// One page of so many, from 1.
  func page(_ page: Int, of size: Int) -> ArraySlice<Element> { dropFirst((page - 1) * size).prefix(size) }

  func pageCount(_ size: Int) -> Int { (count + size - 1) / size }
}
