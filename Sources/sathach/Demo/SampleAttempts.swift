import Assessment
import Glibc
import SQLiteStore
import UseCases

/// Has sample people take the test through the same verbs that residents use.
struct SampleAttempts {
  let store: KioskStore
  let kiosk: Kiosk
  let clock: SampleClock
  /// Every audience with the version of its notice in force.
  let audiences: [(id: Audience.ID, notice: Int)]
  let desk: SampleDesk
  var answers = SampleAnswers()

  /// Attempts end on 31 October 2026 and begin so many days earlier.
  static let days = 300
  static let lastDay = CivilDate(year: 2026, month: 10, day: 31)

  /// - Parameter tell: called with the number of attempts done, after each transaction.
  mutating func make(people count: Int, attempts: Int, seed: UInt64, tell: (Int) -> Void) throws {
    var dice = SeededDice(seed: seed)
    let people = (0..<count).compactMap { SamplePeople.person($0, dice: &dice) }
    guard !people.isEmpty else { return }
    var lastDays = [Int](repeating: -10, count: people.count)
    var done = 0
    while done < attempts {
      let batch = min(200, attempts - done)
      try store.atomically {
        for index in done..<done + batch {
          let day = Self.days * index / attempts
          guard let who = free(index, on: day, lastDays: &lastDays, dice: &dice) else { continue }
          clock.set(moment(day: day, dice: &dice))
          try take(people[who], number: who, as: audience(of: who), dice: &dice)
        }
      }
      done += batch
      tell(done)
    }
  }

  /// Somebody who was not tested today or yesterday: everybody once first, then by chance.
  private func free(_ index: Int, on day: Int, lastDays: inout [Int], dice: inout SeededDice) -> Int? {
    for _ in 0..<50 {
      let who = index < lastDays.count ? index : dice.below(lastDays.count)
      if lastDays[who] < day - 1 {
        lastDays[who] = day
        return who
      }
      if index < lastDays.count { return nil }
    }
    return nil
  }

  private func moment(day: Int, dice: inout SeededDice) -> Moment {
    let number = Self.lastDay.dayNumber - Self.days + 1 + day
    // Office hours in Vietnam: 08:00 to 16:30 is 01:00 to 09:30 UTC.
    let second = 3_600 + dice.below(30_600)
    return Moment(milliseconds: (Int64(number) * 86_400 + Int64(second)) * 1_000)
  }

  /// Half of the people belong to the first audience, the others to the rest in turn.
  private func audience(of who: Int) -> (id: Audience.ID, notice: Int) {
    let others = audiences.count - 1
    guard others > 0, who % (2 * others) >= others else { return audiences[0] }
    return audiences[1 + who % others]
  }

  private mutating func take(
    _ person: SamplePeople.Person, number: Int, as audience: (id: Audience.ID, notice: Int), dice: inout SeededDice
  ) throws {
    guard let session = SessionID(kiosk.chance.bytes(16)) else { return }
    let id = try begin(person, number: number, as: audience, session: session, dice: &dice)
    while let record = try store.attempt(id), record.attempt.state == .inProgress {
      if try answer(record, person: person, dice: &dice) == .review { break }
    }
    guard let record = try store.attempt(id), record.attempt.state == .inProgress else { return }
    let token = try kiosk.drawToken()
    try desk.help(person, at: id, dice: &dice)
    try kiosk.submit(
      record, confirmed: true, prepared: PreparedSlip(attempt: id, token: token, holderCheck: nil))
    try desk.decide(id, dice: &dice)
    try kiosk.leave(session)
  }

  /// Three of ten seat themselves, as far as they may; the others are seated at the desk, where their hamlet is written
  /// down.
  private func begin(
    _ person: SamplePeople.Person, number: Int, as audience: (id: Audience.ID, notice: Int), session: SessionID,
    dice: inout SeededDice
  ) throws -> Attempt.ID {
    if dice.below(10) < 3, person.candidate.age(on: CivilDate(clock.now())) >= 16 {
      let begun = try kiosk.beginTested(for: audience.id, noticeVersion: audience.notice, session: session)
      return try kiosk.seat(person.candidate, at: begun, isConfirmed: true, session: session)
    }
    return try desk.seat(person, number: number, as: audience, session: session)
  }

  private mutating func answer(
    _ record: AttemptRecord, person: SamplePeople.Person, dice: inout SeededDice
  ) throws -> Destination {
    let place = record.attempt.place
    let view = try kiosk.show(place, of: record)
    guard let item = try store.entry(at: place, of: record.attempt.id)?.item else { throw UseCaseError.contentDamaged }
    if view.isSettled {
      return try kiosk.recordResponse(.nothing, isMarked: false, at: place, step: .next, of: record)
    }
    let chance = 1 / (1 + exp(Double(item.difficulty - 3) * 0.8 - person.ability))
    let isRight = Double(dice.below(10_000)) < chance * 10_000
    let pages = answers.pages(for: item, isRight: isRight, dice: &dice)
    guard item.kind.isTapped else {
      clock.advance(by: Int64(8_000 + dice.below(60_000)))
      return try kiosk.recordResponse(
        pages.first ?? .nothing, isMarked: false, at: place, step: .next, of: record)
    }
    for page in pages {
      clock.advance(by: Int64(2_000 + dice.below(8_000)))
      guard let now = try store.attempt(record.attempt.id) else { throw UseCaseError.unknownAttempt(record.attempt.id) }
      _ = try kiosk.recordResponse(page, isMarked: false, at: place, step: .stay, of: now)
    }
    guard let now = try store.attempt(record.attempt.id), now.attempt.state == .inProgress else { return .result }
    return try kiosk.recordResponse(.nothing, isMarked: false, at: place, step: .next, of: now)
  }
}
