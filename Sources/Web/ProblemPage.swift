import Assessment

/// What happened and one button.
struct ProblemPage {
  let problem: Problem
  let exit: Route

  /// The button leads back into the attempt where there is one in the address.
  static func exit(of problem: Problem, from route: Route?) -> Route {
    guard problem.exit == .attempt, let route else { return .welcome }
    switch route {
    case .attempt(let id), .seat(let id), .item(let id, _), .feedback(let id, _), .responses(let id), .review(let id),
      .submission(let id), .result(let id), .slip(let id), .prints(let id), .sheet(let id, _, _),
      .sheetPicture(let id, _, _):
      return .attempt(id)
    case .welcome, .audience, .notice, .attempts, .check, .departure, .health, .asset:
      return .welcome
    }
  }

  var page: Page {
    let label = exit == .welcome ? Wording.toWelcome : Wording.toAttempt
    // Nothing is broken when a child needs somebody who answers for it.
    let title = problem == .underAge ? Wording.guardianTitle : Wording.problemTitle
    return Page(
      title, kind: "problem",
      main: """
        <h1>\(title)</h1>
        <p class="lead">\(problem.sentence)</p>
        <p class="actions"><a class="button main" href="\(exit)">\(label)</a></p>

        """)
  }
}
