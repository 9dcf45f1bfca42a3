import Assessment
import UseCases

/// What an attempt came to in areas and competences, as a column holds it: for each "area:code,asked,credit,isReached", with
/// one space between.
enum PartText {
  static func text(of part: ReportPart) -> String {
    switch part {
    case .area(let id): "area:\(id)"
    case .competence(let id): "competence:\(id)"
    }
  }

  static func part(of text: String) throws -> ReportPart {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("area", 2): return .area(Area.ID(parts[1]))
    case ("competence", 2): return .competence(Competence.ID(parts[1]))
    default: throw PostgresError.unreadable(table: "attempt", column: "parts")
    }
  }

  static func text(of scores: [PartScore]) -> String {
    scores.map { "\(text(of: $0.part)),\($0.asked),\($0.credit),\($0.isReached ? 1 : 0)" }.joined(separator: " ")
  }

  static func scores(of text: String) throws -> [PartScore] {
    try text.split(separator: " ").map { score in
      let fields = score.split(separator: ",")
      guard fields.count == 4, let asked = Int(fields[1]), let credit = Int(fields[2]) else {
        throw PostgresError.unreadable(table: "attempt", column: "parts")
      }
      return PartScore(
        part: try part(of: String(fields[0])), asked: asked, credit: credit, isReached: fields[3] == "1")
    }
  }
}
