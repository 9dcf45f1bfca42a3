import Assessment

/// What happened and one button.
struct ProblemPage {
  let problem: Problem
  let exit: Route

  /// The button leads back into the attempt where there is one in the address.
  static func exit(of problem: Problem, from route: Route?) -> Route {
    guard problem.exit == .attempt, let attempt = route?.attempt else { return .welcome }
    return .attempt(attempt)
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
