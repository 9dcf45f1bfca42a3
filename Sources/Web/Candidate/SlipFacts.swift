import Assessment
import Slip
import UseCases

/// The slip on the screen: the symbol and, beside it, what it says in words.
struct SlipFacts {
  let result: AttemptResult
  let slip: StoredSlip
  let office: Office
  let symbol: QRMatrix
  let isSample: Bool

  var markup: Markup {
    """
    <section class="slip" aria-labelledby="slip-title">
    <h2 id="slip-title">\(Wording.slipTitle)</h2>
    \(sample)<div class="slip-body">\(Components.symbol(symbol, label: Wording.slipSymbol))
    <dl class="facts">
    \(each: facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl></div>
    <p class="small">\(Wording.slipLimits)</p>
    <p class="small">\(Wording.slipReading)</p>
    </section>

    """
  }

  private var sample: Markup {
    isSample ? "<p class=\"sample\">\(Wording.sampleSlip)</p>\n" : ""
  }

  private var facts: [(String, String)] {
    let blueprint = result.rules.blueprint
    let person = result.person.map {
      $0.number.isMade ? $0.name : "\($0.name), \(Wording.slipNumberEnding($0.number.lastThree))"
    }
    return [
      (Wording.slipCode, SpokenCode(slip.token).text),
      (Wording.slipOutcome, "\(Wording.passed), \(result.outcome.right)/\(result.outcome.asked)"),
      (Wording.slipHolder, person ?? ""),
      (Wording.slipDate, Formatting.date(CivilDate(slip.issuedAt))),
      (Wording.slipOffice, office.name),
      (Wording.slipHelp, Wording.slipHelpKinds[helpLevel.rawValue]),
      (Wording.slipIdentity, Wording.slipIdentities[result.record.identity.rawValue]),
      (
        Wording.slipRules, "\(Wording.slipRulesVersion(result.rules.framework.version, blueprint.version)); \(standing)"
      ),
      (Wording.slipSerial, "\(slip.issuer(otherwise: office.issuer).text) · \(slip.serial)"),
    ]
  }

  private var helpLevel: HelpLedger.Level {
    guard case .clear(let level) = result.help.standing else { return .none }
    return level
  }

  private var standing: String {
    result.rules.blueprint.adoption.map { Wording.slipAdopted($0.office, $0.document) } ?? Wording.slipProposal
  }
}
