/// What an office may change of its rules; everything else of a blueprint stays as it was.
package struct RuleChange: Equatable, Sendable {
  package let minutes: Int
  package let retakeDelayDays: Int
  package let draws: [Blueprint.Draw]
  package let cutScore: CutScore
  package let legalBasis: [String]

  package init(
    minutes: Int, retakeDelayDays: Int, draws: [Blueprint.Draw], cutScore: CutScore, legalBasis: [String]
  ) {
    self.minutes = minutes
    self.retakeDelayDays = retakeDelayDays
    self.draws = draws
    self.cutScore = cutScore
    self.legalBasis = legalBasis
  }
}

extension Blueprint {
  package static let minutesRange = 1...600
  package static let retakeDelayRange = 0...365
  package static let mostOfOneDraw = 100

  /// The same rules under another number, as an office's own or, without an adoption, as a proposal.
  package func renumbered(_ version: Int, framework: Int? = nil, adoption: Adoption?) -> Blueprint {
    amended(change, version: version, framework: framework, adoption: adoption, reason: reason)
  }

  package var change: RuleChange {
    RuleChange(
      minutes: minutes, retakeDelayDays: retakeDelayDays, draws: draws, cutScore: cutScore, legalBasis: legalBasis)
  }

  package func amended(
    _ change: RuleChange, version: Int, framework: Int? = nil, adoption: Adoption?, reason: String
  ) -> Blueprint {
    Blueprint(
      audience: audience, version: version, framework: framework ?? self.framework, adoption: adoption,
      legalBasis: change.legalBasis, reason: reason, minutes: change.minutes, warmUps: warmUps,
      practicePerArea: practicePerArea, retakeDelayDays: change.retakeDelayDays, bands: bands, draws: change.draws,
      expectedPercents: expectedPercents, cutScore: change.cutScore)
  }

  /// Whether attempts under both are drawn and judged alike, whoever adopted them and under whatever number.
  package func isSameRule(as other: Blueprint) -> Bool {
    func sorted(_ draws: [Draw]) -> [Draw] { draws.sorted { ($0.area, $0.band) < ($1.area, $1.band) } }
    return minutes == other.minutes && warmUps == other.warmUps && practicePerArea == other.practicePerArea
      && retakeDelayDays == other.retakeDelayDays && bands == other.bands
      && sorted(draws) == sorted(other.draws) && expectedPercents == other.expectedPercents
      && cutScore == other.cutScore && legalBasis == other.legalBasis
  }
}

extension Blueprint {
  /// As `blueprints/AUDIENCE.json` holds it.
  package var json: JSON {
    let adopted = adoption.map { adoption in
      JSON.object([
        "office": JSON(adoption.office), "document": JSON(adoption.document), "date": JSON(adoption.date),
      ])
    }
    return .object([
      "audience": JSON(audience.text), "version": JSON(version), "framework": JSON(framework),
      "adoption": adopted ?? JSON(.null), "legalBasis": JSON(legalBasis.map { JSON($0) }), "reason": JSON(reason),
      "minutes": JSON(minutes), "warmUps": JSON(warmUps), "practicePerArea": JSON(practicePerArea),
      "retakeDelayDays": JSON(retakeDelayDays), "bands": JSON(bands.map(\.json)),
      "expectedPercents": JSON(expectedPercents.map { JSON($0) }), "draws": JSON(areas.map(draws(of:))),
      "cutScore": .object(["overall": JSON(cutScore.overall), "areas": Self.counts(cutScore.areas)]),
    ])
  }

  private func draws(of area: Area.ID) -> JSON {
    let items = draws.filter { $0.area == area }.map { JSON.Member(name: $0.band.text, value: JSON($0.count)) }
    return .object(["area": JSON(area.text), "items": JSON(.object(items))])
  }

  private static func counts(_ areas: [Area.ID: Int]) -> JSON {
    JSON(.object(areas.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key.text, value: JSON($0.value)) }))
  }
}

extension Blueprint.Band {
  fileprivate var json: JSON {
    let difficulties = JSON(difficulties.map { JSON($0) })
    guard isPractical else {
      return .object(["id": JSON(id.text), "name": JSON(name), "difficulties": difficulties])
    }
    return .object([
      "id": JSON(id.text), "name": JSON(name), "difficulties": difficulties, "practical": JSON(true),
    ])
  }
}
