import UseCases

extension Site {
  /// A form that was refused, once more with what was typed and the sentence above it, so that only the mistake is typed
  /// anew; nil where the refusal has a page of its own.
  func formAgain(_ error: any Error, _ visit: inout Visit, _ fields: FormFields?) throws -> Response? {
    guard let fields, let problem = Self.refusal(error), let page = try page(again: problem, &visit, fields) else {
      return nil
    }
    var response = visit.page(page, status: problem.status)
    if case UseCaseError.staff(.tooManyTries(let seconds)) = error {
      response.headers.append(Response.Header("Retry-After", String(seconds)))
    }
    return response
  }

  private func page(again problem: StaffProblem, _ visit: inout Visit, _ fields: FormFields) throws -> Page? {
    switch visit.route {
    case .staff(.session): try signInPage(&visit, again: problem, fields)
    case .staff(.code): try codePage(&visit, again: problem, fields)
    case .staff(.firstOfficer): try firstOfficerPage(&visit, again: problem, fields)
    case .staff(.password), .staff(.pin): try accountPage(&visit, again: problem)
    case .staff(.authenticatorCode): try authenticatorPage(&visit, again: problem)
    // Whoever may not do this at all does not get the form.
    case .office where visit.colleague == nil: nil
    case .office(.accounts): try accountsPage(&visit, again: problem, fields)
    case .office(.lists): try listsPage(&visit, again: problem, fields)
    case .office(.devices): try devicesPage(&visit, again: problem, fields)
    default: nil
    }
  }

  private static func refusal(_ error: any Error) -> StaffProblem? {
    switch error {
    // There is nothing to be typed better.
    case UseCaseError.staff(.officerExists), UseCaseError.staff(.notSignedIn): nil
    case UseCaseError.staff, UseCaseError.desk: StaffProblem(error)
    default: nil
    }
  }
}

extension StaffProblem {
  /// Above the form it is about.
  var notice: Markup {
    """
    <p class="faults" role="alert">\(sentence) <span class="reference">\(StaffWording.reference(reference))</span></p>

    """
  }
}

extension FormFields {
  /// What was typed, to be shown again; empty where it was too long to be meant.
  func typed(_ name: String, most: Int = 400) -> String {
    // A form that is shown again is never refused for its reading.
    (try? optional(name, most: most)) ?? ""
  }
}
