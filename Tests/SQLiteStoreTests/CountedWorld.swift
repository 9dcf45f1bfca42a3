import Assessment
import TestSupport
import UseCases

/// Two neighbours with several cards, and everything that changes what their attempts count for.
struct CountedWorld {
  let box: TestBox
  var dice: SeededDice
  var done: [Attempt.ID] = []
  var session: UInt8 = 1
  let cards = [
    "008158999003||Nguyễn Thị Hoa|02091958|Nữ|Tổ 5|15082021",
    "008158999030||Nguyen Thi Hoa|02091958|Nữ|Tổ 5|15082021",
    "082084999002||Trần Văn Dũng|01011984|Nam|Ấp 2|15082021",
    "008084999002||Trần Văn Dũng|01011984|Nam|Ấp 2|15082021",
  ]

  init(seed: UInt64) throws {
    box = try TestBox()
    try box.hireOffice()
    dice = SeededDice(seed: seed)
  }

  mutating func step() throws -> String {
    switch dice.below(9) {
    case 0, 1, 2: return try handIn()
    case 3: return try void()
    case 4, 5: return try help()
    case 6: return try decide()
    case 7: return try merge()
    default: return try erase()
    }
  }

  private mutating func erase() throws -> String {
    guard !done.isEmpty, let person = try box.record(done[dice.below(done.count)]).person,
      try box.store.erasure(of: person) == nil
    else { return "nobody to erase" }
    try box.kiosk.erasePerson(
      ErasureOrder(person: person, reason: "asked", document: "Đơn", isConfirmed: true), by: TestBox.minh)
    return "erase \(person)"
  }

  private mutating func handIn() throws -> String {
    box.clock.advance(days: 5 + dice.below(30))
    session = session &+ 1
    let right = dice.below(5)
    // Whoever may not try again yet, or was merged away, is refused: that is no fault here.
    guard let id = try? box.finished(cards[dice.below(4)], right: right, session: box.session(session)) else {
      return "refused"
    }
    done.append(id)
    return "hand-in \(id) \(right)"
  }

  private mutating func any() -> Attempt.ID? { done.isEmpty ? nil : done[dice.below(done.count)] }

  private mutating func void() throws -> String {
    guard let id = any(), try box.record(id).attempt.state == .submitted else { return "nothing to void" }
    try box.kiosk.void(id, for: TestBox.Why.coached, turn: box.turn(id))
    return "void \(id)"
  }

  private mutating func help() throws -> String {
    guard let id = any(), try box.record(id).attempt.state == .submitted else { return "nobody to help" }
    let kind = HelpAct.Kind.allCases[dice.below(HelpAct.Kind.allCases.count)]
    try box.kiosk.recordHelp(kind, in: id, by: TestBox.lan)
    return "help \(id) \(kind)"
  }

  private mutating func decide() throws -> String {
    guard let id = any(), try box.store.help(of: id).standing == .awaitsOfficer else { return "nothing to decide" }
    let verdict = FlagDecision.Verdict.allCases[dice.below(3)]
    _ = try? box.kiosk.decideFlag(
      verdict, on: id, for: TestBox.Why.coached, turn: box.turn(id, by: TestBox.minh))
    return "decide \(id) \(verdict)"
  }

  private mutating func merge() throws -> String {
    guard let one = any(), let other = any(), let kept = try box.record(one).person,
      let merged = try box.record(other).person, kept != merged, try box.store.merge(of: merged) == nil,
      try box.store.erasure(of: merged) == nil, try box.store.erasure(of: kept) == nil
    else { return "nobody to merge" }
    try box.store.atomically {
      try box.kiosk.mergePeople(merged, into: kept, for: TestBox.Why.twoRecords, by: TestBox.minh)
    }
    return "merge \(merged) into \(kept)"
  }
}

/// All counts of the year and its parts.
struct KeptCounts: Equatable {
  var groups: [Contribution.Scope: [ReportGroup: GroupCount]] = [:]
  var parts: [Contribution.Scope: [ReportPart: PartCount]] = [:]

  init(_ box: TestBox) throws {
    for year in 2026...2029 {
      for kind in CalendarPeriod.Kind.allCases {
        for number in 1...12 / kind.months {
          for audience in [nil, SampleBank.audience] {
            guard let period = CalendarPeriod(kind, year: year, number: number) else { continue }
            let scope = Contribution.Scope(period, audience: audience)
            groups[scope] = try box.store.counts(in: scope)
            parts[scope] = try box.store.partCounts(in: scope)
          }
        }
      }
    }
  }
}
