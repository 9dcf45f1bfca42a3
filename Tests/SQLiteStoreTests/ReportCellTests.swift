import Assessment
import TestSupport
import Testing
import UseCases

/// Everything that changes what an attempt counts for, in any order; after each step the kept counts must be those of a
/// recount.
@Suite("Kept counts")
struct ReportCellTests {
  private struct World {
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

  @Test("after every step of any sequence they are those of a recount", arguments: [1, 2, 3, 4, 5] as [UInt64])
  func followEverything(seed: UInt64) throws {
    var world = try World(seed: seed)
    var told: [String] = []
    for _ in 0..<30 {
      told.append(try world.step())
      let kept = try Kept(world.box)
      try world.box.store.atomically { try world.box.store.recountAll() }
      let again = try Kept(world.box)
      try #require(kept == again, "\(told)")
    }
    #expect(world.done.count > 5 && told.contains { $0.hasPrefix("merge ") || $0.hasPrefix("void ") })
  }

  /// All counts of the year and its parts.
  private struct Kept: Equatable {
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

  @Test("scoring answers anew moves the counts with it")
  func rescoring() throws {
    let box = try TestBox()
    let id = try box.finished(right: 2, session: box.session(1))
    let item = try #require(try box.store.row(at: FormPlace(.scored, 4), of: id)).item
    let files = SampleBank.files().map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      let changed = text.split(separator: "\"key\": [\"a\"]").joined(separator: "\"key\": [\"b\"], \"version\": 2")
      return ItemBank.File(path: file.path, bytes: Array(changed.utf8))
    }
    _ = try box.store.adopt(ItemBank.read(files), at: box.clock.now())
    _ = try box.kiosk.rescore(item, reason: "Đáp án cũ sai.", isDryRun: false)
    let kept = try Kept(box)
    #expect(kept.groups.values.contains { $0.values.contains { $0.passed == 1 } })
    try box.store.atomically { try box.store.recountAll() }
    let again = try Kept(box)
    #expect(again == kept)
  }
}
