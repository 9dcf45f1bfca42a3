import Assessment
import UseCases

/// What an attempt came to, what help there was, and where its slip stands.
struct DeskResultMarkup {
  let result: AttemptResult
  let prints: Int
  let token: Markup

  var markup: Markup {
    """
    <section class="panel"><h2>\(DeskAttemptWording.result)</h2>
    <dl class="pairs">
    <div><dt>\(DeskAttemptWording.result)</dt><dd>\(outcome)</dd></div>
    <div><dt>\(Wording.slipHelp)</dt><dd>\(help)</dd></div>
    <div><dt>\(DeskAttemptWording.slip)</dt><dd>\(slip)</dd></div>
    </dl>
    \(action)</section>

    """
  }

  private var outcome: String {
    DeskAttemptWording.outcome(result.outcome.isPassed, result.outcome.right, result.outcome.asked)
  }

  private var level: HelpLedger.Level {
    if case .clear(let level) = result.help.standing { return level }
    return .coaching
  }

  private var help: String { Wording.slipHelpKinds[level.rawValue] }

  private var slip: String {
    if result.revocation != nil { return DeskAttemptWording.slipRevoked }
    switch result.help.standing {
    case .awaitsOfficer: return DeskAttemptWording.slipWaits
    case .refused: return DeskAttemptWording.slipRefused
    case .clear: break
    }
    if let slip = result.slip { return DeskAttemptWording.slipSerial(slip.serial, prints) }
    return result.outcome.isPassed ? DeskAttemptWording.slipMissing : DeskAttemptWording.noSlip
  }

  private var action: Markup {
    if let slip = result.slip {
      return """
        <p class="actions"><a class="button" href="\(Route.desk(.slip(serial: slip.serial)))">\(DeskAttemptWording.openSlip)</a></p>

        """
    }
    guard result.outcome.isPassed, case .clear = result.help.standing else { return "" }
    return """
      <form class="actions" method="post" action="\(Route.desk(.act(result.record.attempt.id, .slip)))">\(token)
      <button class="button main" type="submit">\(DeskAttemptWording.issue)</button></form>

      """
  }
}
