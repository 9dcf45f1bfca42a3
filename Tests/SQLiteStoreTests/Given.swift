import Assessment
import UseCases

@testable import SQLiteStore

/// Steps that many tests begin with.
extension KioskStore {
  @discardableResult
  func givenBank(_ content: Content = Content()) throws -> ContentVersion {
    _ = try adopt(try content.bank(), at: World.morning)
    return try currentVersion(for: World.everybody).orFail
  }

  func givenAttempt(_ mode: Attempt.Mode = .tested, notice: Int? = 1) throws -> Attempt.ID {
    try add(
      NewAttempt(
        audience: World.everybody, mode: mode, content: try currentVersion(for: World.everybody).orFail,
        seed: UInt64.max - 5, allowed: mode == .tested ? 1_800_000 : nil,
        noticeVersion: mode == .tested ? notice : nil, beganAt: World.morning))
  }

  /// A tested attempt in progress at its first scored item.
  func givenSeated(_ candidate: Candidate = World.baHoa) throws -> Attempt.ID {
    let id = try givenAttempt()
    try seat(id, person: try person(candidate, at: World.morning), identity: .cardString, ageYears: 68)
    try givenForm(of: id)
    return id
  }

  func givenForm(of id: Attempt.ID) throws {
    var record = try attempt(id).orFail
    let rules = try rules(record.content)
    let cards = try cards(for: World.everybody, in: record.content)
    let form =
      record.attempt.mode == .practice
      ? FormAssembly.practice(blueprint: rules.blueprint, cards: cards, seed: 1)
      : try FormAssembly.tested(blueprint: rules.blueprint, cards: cards, seed: 1, recent: [])
    try add(form, to: id, from: record.content)
    try record.attempt.begin(at: FormPlace(.scored, 1))
    try save(record.attempt, at: World.morning)
  }

  func answer(_ number: Int, with option: String, of id: Attempt.ID, spent: Int = 1000) throws {
    let place = FormPlace(.scored, number)
    let task = try entry(at: place, of: id).orFail.item.task
    let response = Response.chosen([Item.Option.ID(option)])
    try record(
      StoredResponse(
        response: response.text, credit: task.credit(for: response), isWhole: task.isWhole(response), isMarked: false,
        salt: [UInt8](repeating: 7, count: 16), spent: spent, at: World.later(60)),
      at: place, of: id)
  }

  /// Answers all scored items and hands in.
  func givenSubmitted(_ candidate: Candidate = World.baHoa, option: String = "a") throws -> Attempt.ID {
    let id = try givenSeated(candidate)
    let record = try attempt(id).orFail
    for number in 1...(record.counts[.scored] ?? 0) { try answer(number, with: option, of: id) }
    var attempt = record.attempt
    try attempt.submit(openItems: 0, confirmed: true)
    try save(attempt, at: World.later(600))
    try store(Outcome(scores: try scores(of: id), blueprint: try rules(record.content).blueprint), of: id)
    return id
  }
}
