import Assessment
import UseCases

/// Passed here, course taken, confirmed on VNeID: three things that are easily taken for one, each on a line of its own.
struct StandingPanel {
  let file: PersonFile
  /// How many course certificates were seen.
  let certificates: Int
  let confirmation: ConfirmationStanding

  var markup: Markup {
    """
    <section class="panel" id="standing"><h2>\(ConfirmationWording.deskTitle)</h2>
    <dl class="facts"><dt>\(ConfirmationWording.passedHere)</dt><dd>\(ConfirmationWording.passedHere(passedOn))</dd>
    <dt>\(ConfirmationWording.course)</dt><dd>\(ConfirmationWording.courses(certificates))</dd>
    <dt>\(ConfirmationWording.title)</dt><dd>\(vneid)</dd></dl></section>

    """
  }

  private var passedOn: String? {
    let passed = file.attempts.first { $0.isPassed == true && $0.state == .submitted && !$0.isRevoked }
    return passed?.submittedAt.map { Formatting.date(CivilDate($0)) }
  }

  private var vneid: Markup {
    // Who has not passed has nothing to be confirmed.
    passedOn == nil && confirmation.entry == nil ? "–" : Self.markup(confirmation)
  }

  static func markup(_ confirmation: ConfirmationStanding) -> Markup {
    guard let entry = confirmation.entry else { return ConfirmationParts.badge(nil) }
    let date = Formatting.date(CivilDate(entry.changedAt))
    let next: Markup =
      entry.state == .refused
      ? "<br>\(confirmation.correctedAt == nil ? ConfirmationWording.deskRefused : ConfirmationWording.deskCorrected)"
      : ""
    return "\(ConfirmationParts.badge(entry.state))<br>\(ConfirmationWording.since(entry, date))\(next)"
  }
}
