import Assessment
import Slip
import UseCases

/// What is printed for somebody who has passed: the slip in words, its symbol and its spoken code.
package struct SlipPaper {
  let result: AttemptResult
  let slip: StoredSlip
  let office: Office
  let symbol: QRMatrix
  /// From 1; only the first sheet does not call itself a copy.
  let copy: Int
  let isSample: Bool

  package init(
    result: AttemptResult, slip: StoredSlip, office: Office, symbol: QRMatrix, copy: Int, isSample: Bool
  ) {
    self.result = result
    self.slip = slip
    self.office = office
    self.symbol = symbol
    self.copy = copy
    self.isSample = isSample
  }

  package var paper: Paper {
    Paper(blocks: head + facts + proof + foot)
  }

  private var head: [Paper.Block] {
    (isSample ? [.banner(Wording.sampleSlip)] : []) + [
      .text(office.name), .title(Wording.slipTitle),
      .emphasis(Wording.slipEmphasis(result.outcome.right, result.outcome.asked)),
    ]
  }

  private var facts: [Paper.Block] {
    let areas = result.outcome.areas.filter { $0.asked > 0 }.map { score in
      let name = result.rules.framework.area(score.area)?.short ?? score.area.text
      return Paper.Block.fact(
        label: name, value: "\(AreaWord(score).text), \(Formatting.points(score.credit))/\(score.asked)")
    }
    return [
      .fact(label: Wording.slipHolder, value: result.person?.name ?? ""),
      .fact(label: Wording.slipNumber, value: number),
      .fact(label: Wording.slipAudience, value: audience),
      .fact(label: Wording.slipDate, value: Formatting.date(CivilDate(slip.issuedAt))),
      .fact(label: Wording.slipIdentity, value: Wording.slipIdentities[result.record.identity.rawValue]),
      .fact(label: Wording.slipHelp, value: help),
      .fact(label: Wording.slipRules, value: "\(versions); \(standing)"),
      .heading(Wording.areasTitle),
    ] + areas
  }

  private var number: String {
    guard let number = result.person?.number, !number.isMade else { return Wording.slipWithoutNumber }
    return "… \(number.lastThree)"
  }

  /// What the signed claims say too: a slip is only issued where the ledger is clear.
  private var help: String {
    guard case .clear(let level) = result.help.standing else { return Wording.slipHelpKinds[0] }
    return Wording.slipHelpKinds[level.rawValue]
  }

  private var proof: [Paper.Block] {
    [
      .line, .symbol(symbol), .code(label: Wording.slipCode, groups: SpokenCode(slip.token).groups),
      .fact(label: Wording.slipSerial, value: "\(slip.issuer(otherwise: office.issuer).text) · \(slip.serial)"),
      .fact(label: Wording.slipCopy, value: Wording.copyName(copy)), .line,
    ]
  }

  private var foot: [Paper.Block] {
    let retake = result.earliestRetake.map { [Paper.Block.small(Wording.slipRetake(Formatting.date($0)))] } ?? []
    return [.text(Wording.slipNextStep)] + retake + [.small(Wording.slipLimits), .small(Wording.slipReading)]
  }

  private var audience: String {
    result.rules.framework.audience(result.record.attempt.audience)?.name ?? ""
  }

  private var versions: String {
    Wording.slipRulesVersion(result.rules.framework.version, result.rules.blueprint.version)
  }

  private var standing: String {
    result.rules.blueprint.adoption.map { Wording.slipAdopted($0.office, $0.document) } ?? Wording.slipProposal
  }
}

/// What is printed for somebody who has not passed yet: what went well and what to learn. No symbol, no mark of failure.
struct AdvicePaper {
  let result: AttemptResult
  let office: Office
  let isSample: Bool

  /// As many as fit on A5 in a size that is read without glasses.
  private static let mostCompetences = 4

  var paper: Paper {
    Paper(blocks: head + strengths + learning + foot)
  }

  private var head: [Paper.Block] {
    (isSample ? [.banner(Wording.sampleSlip)] : []) + [
      .text(office.name), .title(Wording.adviceTitle),
      .emphasis(Wording.scoreLine(result.outcome.right, result.outcome.asked)),
      .fact(label: Wording.slipHolder, value: result.person?.name ?? ""),
      .fact(
        label: Wording.slipDate,
        value: Formatting.date(CivilDate(result.record.submittedAt ?? result.record.beganAt))),
      .line,
    ]
  }

  private var strengths: [Paper.Block] {
    let strong = result.outcome.areas.filter { $0.asked > 0 && $0.credit * 3 >= $0.asked * 200 }
    guard !strong.isEmpty else { return [] }
    return [.heading(Wording.adviceStrong)]
      + strong.map { score in
        .fact(
          label: result.rules.framework.area(score.area)?.name ?? score.area.text,
          value: "\(Formatting.points(score.credit))/\(score.asked)")
      }
  }

  private var learning: [Paper.Block] {
    let competences = result.outcome.toLearn.prefix(Self.mostCompetences).compactMap {
      result.rules.framework.competence($0)
    }
    guard !competences.isEmpty else { return [] }
    return [.heading(Wording.learnTitle)]
      + competences.flatMap { competence -> [Paper.Block] in
        [
          .heading(competence.name), .text("\(competence.advice.learn) \(competence.advice.place)"),
        ]
      }
  }

  private var foot: [Paper.Block] {
    let retake = result.earliestRetake.map { [Paper.Block.text(Wording.slipRetake(Formatting.date($0)))] } ?? []
    return [.line] + retake + [.small(Wording.adviceHelp)]
  }
}
