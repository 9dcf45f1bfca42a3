import Assessment
import UseCases

/// The tables `deskAct`, `helpAct`, `flagDecision` and `helpCall`: what was done, each entry for good.
extension KioskStore {
  private static let addAct = Query(
    "INSERT INTO deskAct (attempt, number, account, kind, reason, minutes, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
  private static let actsAfter = Query(
    """
    SELECT d.number, d.account, d.kind, r.code, d.minutes, d.at FROM deskAct d LEFT JOIN reason r ON r.id = d.reason
    WHERE d.attempt = ?1 AND d.number > ?2 ORDER BY d.number
    """)
  private static let addHelp = Query(
    """
    INSERT INTO helpAct (attempt, number, kind, account, part, place, at)
    VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM helpAct WHERE attempt = ?1), ?2, ?3, ?4, ?5, ?6)
    """)
  private static let helpOfAttempt = Query(
    "SELECT number, kind, account, part, place, at FROM helpAct WHERE attempt = ?1 ORDER BY number")
  private static let addDecision = Query(
    """
    INSERT INTO flagDecision (attempt, number, verdict, upTo, account, reason, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """)
  private static let decisionsOfAttempt = Query(
    """
    SELECT d.number, d.verdict, d.upTo, d.account, r.code, d.at FROM flagDecision d JOIN reason r ON r.id = d.reason
    WHERE d.attempt = ?1 ORDER BY d.number
    """)
  private static let callHelp = Query("INSERT OR IGNORE INTO helpCall (attempt, calledAt) VALUES (?1, ?2)")
  private static let answerHelp = Query(
    "UPDATE helpCall SET answeredAt = ?3, account = ?2 WHERE attempt = ?1 AND answeredAt IS NULL")

  package func add(_ act: DeskAct) throws {
    let reason = try reasonRow(act.reason)
    try database.run(Self.addAct) {
      $0.bind(act.attempt)
      $0.bind(act.number)
      $0.bind(act.account)
      $0.bind(act.kind.rawValue)
      $0.bind(reason)
      $0.bind(act.minutes)
      $0.bind(act.at.milliseconds)
    }
  }

  package func acts(on id: Attempt.ID, after number: Int) throws -> [DeskAct] {
    try database.use(Self.actsAfter) { statement in
      statement.bind(id)
      statement.bind(number)
      var acts: [DeskAct] = []
      while try statement.step() {
        acts.append(
          DeskAct(
            attempt: id, number: statement.int(0), account: statement.number(1),
            kind: try word(statement, 2, "kind", of: "deskAct"),
            reason: statement.optionalText(3).map { Reason.ID($0) }, minutes: statement.optionalInt(4),
            at: Moment(milliseconds: statement.number(5))))
      }
      return acts
    }
  }

  package func addHelp(
    _ kind: HelpAct.Kind, by account: StaffID, at place: FormPlace, of id: Attempt.ID, moment: Moment
  ) throws {
    try database.run(Self.addHelp) {
      $0.bind(id)
      $0.bind(kind.rawValue)
      $0.bind(account)
      $0.bind(place.part.word)
      $0.bind(place.number)
      $0.bind(moment.milliseconds)
    }
    try recount(id)
  }

  package func help(of id: Attempt.ID) throws -> HelpLedger {
    let acts: [HelpAct] = try database.use(Self.helpOfAttempt) { statement in
      statement.bind(id)
      var acts: [HelpAct] = []
      while try statement.step() {
        acts.append(
          HelpAct(
            number: statement.int(0), kind: try word(statement, 1, "kind", of: "helpAct"),
            account: statement.number(2),
            place: FormPlace(try word(statement, 3, "part", of: "helpAct"), statement.int(4)),
            at: Moment(milliseconds: statement.number(5))))
      }
      return acts
    }
    return HelpLedger(acts: acts, decisions: acts.isEmpty ? [] : try decisions(on: id))
  }

  private func decisions(on id: Attempt.ID) throws -> [FlagDecision] {
    try database.use(Self.decisionsOfAttempt) { statement in
      statement.bind(id)
      var decisions: [FlagDecision] = []
      while try statement.step() {
        decisions.append(
          FlagDecision(
            number: statement.int(0), verdict: try word(statement, 1, "verdict", of: "flagDecision"),
            upTo: statement.int(2), account: statement.number(3), reason: Reason.ID(statement.text(4)),
            at: Moment(milliseconds: statement.number(5))))
      }
      return decisions
    }
  }

  package func add(_ decision: FlagDecision, on id: Attempt.ID) throws {
    let reason = try reasonRow(decision.reason)
    try database.run(Self.addDecision) {
      $0.bind(id)
      $0.bind(decision.number)
      $0.bind(decision.verdict.rawValue)
      $0.bind(decision.upTo)
      $0.bind(decision.account)
      $0.bind(reason)
      $0.bind(decision.at.milliseconds)
    }
    try recount(id)
  }

  package func callHelp(_ id: Attempt.ID, at moment: Moment) throws -> Bool {
    try database.run(Self.callHelp) {
      $0.bind(id)
      $0.bind(moment.milliseconds)
    } == 1
  }

  package func answerHelp(_ id: Attempt.ID, by account: StaffID, at moment: Moment) throws -> Bool {
    try database.run(Self.answerHelp) {
      $0.bind(id)
      $0.bind(account)
      $0.bind(moment.milliseconds)
    } == 1
  }
}
