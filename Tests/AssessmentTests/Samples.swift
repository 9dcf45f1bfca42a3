@testable import Assessment

extension Blueprint {
  /// A blueprint with the bands "de" (1–2) and "kho" (4–5) and a cut at half of its items.
  static func sample(
    draws: [(area: String, band: String, count: Int)], cutAreas: [String: Int] = [:], overall: Int? = nil
  ) -> Blueprint {
    let count = draws.reduce(0) { $0 + $1.count }
    return Blueprint(
      audience: Audience.ID("nguoi-dan"), version: 1, framework: 1, adoption: nil, legalBasis: ["thử"], reason: "thử",
      minutes: 30, warmUps: 3, practicePerArea: 2, retakeDelayDays: 1,
      bands: [
        Band(id: Band.ID("de"), name: "dễ", difficulties: [1, 2]),
        Band(id: Band.ID("kho"), name: "khó", difficulties: [4, 5]),
        Band(id: Band.ID("tay"), name: "thực hành", difficulties: [1, 2, 3, 4, 5], isPractical: true),
      ],
      draws: draws.map { Draw(area: Area.ID($0.area), band: Band.ID($0.band), count: $0.count) },
      expectedPercents: [88, 78, 64, 50, 36],
      cutScore: CutScore(
        overall: overall ?? (count + 1) / 2,
        areas: Dictionary(uniqueKeysWithValues: cutAreas.map { (Area.ID($0.key), $0.value) })))
  }
}
