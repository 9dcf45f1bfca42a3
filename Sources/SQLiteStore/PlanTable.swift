import Assessment
import UseCases

/// The tables `targetPlan`, `documentChoice`, `ownTarget` and `officeFigure`.
extension KioskStore {
  private static let addPlan = Query("INSERT INTO targetPlan (hash, content, at) VALUES (?1, ?2, ?3)")
  private static let lastPlan = Query("SELECT content, hash FROM targetPlan ORDER BY id DESC LIMIT 1")
  private static let choices = Query("SELECT document, applies FROM documentChoice ORDER BY id")
  private static let addChoice = Query(
    "INSERT INTO documentChoice (document, applies, account, at) VALUES (?1, ?2, ?3, ?4)")
  private static let ownTargetsNow = Query(
    """
    SELECT target, version, content FROM ownTarget o
    WHERE version = (SELECT max(version) FROM ownTarget l WHERE l.target = o.target)
    ORDER BY (SELECT min(f.at) FROM ownTarget f WHERE f.target = o.target), length(target), target
    """)
  private static let addOwn = Query(
    "INSERT INTO ownTarget (target, version, content, account, at) VALUES (?1, ?2, ?3, ?4, ?5)")
  private static let addFigure = Query(
    "INSERT INTO officeFigure (figure, people, value, day, source, account, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
  private static let allFigures = Query(
    "SELECT figure, people, value, day, source, account, at FROM officeFigure ORDER BY day DESC, id DESC")

  package func keepPlan(_ content: [UInt8], at moment: Moment) throws -> Bool {
    let hash = secrets.sha256(content)
    let isKnown = try database.use(Self.lastPlan) { try $0.step() && $0.bytes(1) == hash }
    guard !isKnown else { return false }
    try database.run(Self.addPlan) {
      $0.bind(hash)
      $0.bind(content)
      $0.bind(moment.milliseconds)
    }
    return true
  }

  package func planContent() throws -> [UInt8]? {
    try database.use(Self.lastPlan) { try $0.step() ? $0.bytes(0) : nil }
  }

  package func documentChoices() throws -> [PlanDocument.ID: Bool] {
    try database.use(Self.choices) { statement in
      var choices: [PlanDocument.ID: Bool] = [:]
      while try statement.step() { choices[PlanDocument.ID(statement.text(0))] = statement.flag(1) }
      return choices
    }
  }

  package func choose(
    _ document: PlanDocument.ID, applies: Bool, by account: StaffID, at moment: Moment
  ) throws {
    try database.run(Self.addChoice) {
      $0.bind(document.text)
      $0.bind(applies)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
  }

  package func ownTargets() throws -> [(id: PlanTarget.ID, version: Int, content: [UInt8]?)] {
    try database.use(Self.ownTargetsNow) { statement in
      var targets: [(PlanTarget.ID, Int, [UInt8]?)] = []
      while try statement.step() {
        targets.append(
          (PlanTarget.ID(statement.text(0)), statement.int(1), statement.isNull(2) ? nil : statement.bytes(2)))
      }
      return targets
    }
  }

  package func addOwnTarget(
    _ id: PlanTarget.ID, version: Int, content: [UInt8]?, by account: StaffID, at moment: Moment
  ) throws {
    try database.run(Self.addOwn) {
      $0.bind(id.text)
      $0.bind(version)
      $0.bind(content)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    }
  }

  package func add(_ figure: OfficeFigure) throws {
    let outside: String? = if case .outside(let id) = figure.subject { id.text } else { nil }
    try database.run(Self.addFigure) {
      $0.bind(outside)
      $0.bind(figure.group.text)
      $0.bind(figure.value)
      $0.bind(figure.day.iso)
      $0.bind(figure.source)
      $0.bind(figure.account)
      $0.bind(figure.at.milliseconds)
    }
  }

  package func officeFigures() throws -> [OfficeFigure] {
    try database.use(Self.allFigures) { statement in
      var figures: [OfficeFigure] = []
      while try statement.step() {
        guard let day = CivilDate(iso: statement.text(3)) else {
          throw SQLiteStoreError.unreadable(table: "officeFigure", column: "day")
        }
        figures.append(
          OfficeFigure(
            subject: statement.optionalText(0).map { .outside(OutsideFigure.ID($0)) } ?? .population,
            group: PlanGroup.ID(statement.text(1)), value: statement.int(2), day: day, source: statement.text(4),
            account: statement.number(5), at: Moment(milliseconds: statement.number(6))))
      }
      return figures
    }
  }
}
