/// What was just sent and not taken, to be sent again as it was: by a script after some seconds, or by the button.
struct AgainPage {
  private let problem: Problem
  private let kept: KeptForm
  private let token: String

  /// Nil where it must not be sent again: nothing was sent, it was refused for good, or it held what is never shown again.
  init?(problem: Problem, _ reading: Admission.Reading) {
    guard problem.status == 503 || problem.status == 507, let fields = reading.fields else { return nil }
    let kept = KeptForm(reading.route, fields)
    // A form may be a button alone; one that is too long to be carried is not sent in part.
    guard kept.hasFields || fields.kept.isEmpty else { return nil }
    if KeptForm.secrets.contains(where: { fields.has($0) }) { return nil }
    guard let token = try? fields.optional("token", most: 128) else { return nil }  // without one it was never taken
    (self.problem, self.kept, self.token) = (problem, kept, token)
  }

  var page: Page {
    Page(
      Wording.problemTitle, kind: "problem", scripts: ["resend.js"],
      main: """
        <h1>\(Wording.problemTitle)</h1>
        <p class="lead">\(problem.sentence)</p>
        <form id="again" class="actions" method="post" action="\(kept.route)">
        <input type="hidden" name="token" value="\(token)">
        \(kept.inputs)<button class="button main" type="submit">\(Wording.sendAgain)</button></form>

        """)
  }
}
