import UseCases

/// All steps with how they stand, and one button: the next.
struct SetupFrontPage {
  let state: SetupState
  let token: Markup

  var page: Page {
    Page(
      SetupWording.title, kind: "setup", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(SetupWording.title)</h1>
        <p class="lead">\(SetupWording.lead)</p>
        \(obstacle)<ol class="names setup-steps">
        \(each: SetupStep.allCases, line)</ol>
        \(onwards)
        """)
  }

  private var obstacle: Markup {
    state.obstacle.map { "<p class=\"faults\" role=\"alert\">\(SetupWording.obstacle($0))</p>\n" } ?? ""
  }

  private func line(_ step: SetupStep) -> Markup {
    let name: Markup =
      state.isReachable(step)
      ? "<a href=\"\(Route.office(.setup(step)))\">\(SetupWording.name(step))</a>" : "\(SetupWording.name(step))"
    return "<li>\(name) \(badge(step))</li>\n"
  }

  private func badge(_ step: SetupStep) -> Markup {
    if state.done.contains(step) { return "<span class=\"badge good\">\(SetupWording.done)</span>" }
    let word = state.isReachable(step) ? SetupWording.open : SetupWording.waits
    return "<span class=\"badge calm\">\(word)</span>"
  }

  private var onwards: Markup {
    if let next = state.next {
      return """
        <p class="actions"><a class="button main" href="\(Route.office(.setup(next)))">\(SetupWording.goOn(next))</a></p>

        """
    }
    return """
      <form class="panel" method="post" action="\(Route.office(.setup(nil)))">\(token)
      <p>\(SetupWording.finishLead)</p>
      <button class="button main" type="submit">\(SetupWording.finish)</button></form>

      """
  }
}

/// The key that opens backups, this once.
struct RecoveryKeyPage {
  let key: RecoveryKeyText
  let token: Markup

  var page: Page {
    Page(
      SetupWording.name(.recovery), kind: "setup", styles: ["staff.css", "desk-accounts.css"],
      main: """
        <h1>\(SetupWording.heading(.recovery))</h1>
        <p class="lead">\(SetupWording.keyOnce)</p>
        <div class="paper"><ul class="setup-key">
        \(each: key.groups, { "<li>\($0)</li>\n" })</ul>
        <p>\(SetupWording.fingerprint): \(key.fingerprint)</p></div>
        <ul class="steps-list">
        \(each: SetupWording.keyRules, { "<li>\($0)</li>\n" })</ul>
        <form class="actions" method="post" action="\(Route.office(.setup(.recovery)))">\(token)
        <button class="button main" type="submit" name="go" value="kept">\(SetupWording.keyKept)</button></form>

        """)
  }
}

/// While the service starts anew: it comes back by itself.
enum RestartingPage {
  case applying
  /// With the address of the office's door; nil where colleagues sign in on this screen.
  case finished(String?)

  var page: Page {
    let (title, lead) =
      switch self {
      case .applying: (SetupWording.applyingTitle, SetupWording.applyingLead)
      case .finished(let door): (SetupWording.finishedTitle, SetupWording.finishedLead(door))
      }
    return Page(
      title, kind: "setup", styles: ["staff.css"],
      main: """
        <h1>\(title)</h1>
        <p class="lead">\(lead)</p>

        """)
  }
}
