import Assessment
import Testing
import UseCases

@testable import SQLiteStore

@Suite("People and slips as the desk looks for them")
struct PersonSearchTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank()
  }

  @Test("everybody on record is there once, newest first, at most so many")
  func people() throws {
    let hoa = try store.person(World.baHoa, at: World.morning)
    let dung = try store.person(World.anhDung, at: World.morning)
    #expect(try store.people(most: 9).map(\.person) == [dung, hoa])
    #expect(try store.people(most: 9).map(\.name) == ["Trần Văn Dũng", "Nguyễn Thị Hoa"])
    #expect(try store.people(most: 1).map(\.person) == [dung])
  }

  @Test("the name on a merged record leads to the one that speaks for it, which names what it stands for")
  func merged() throws {
    let hoa = try store.person(World.baHoa, at: World.morning)
    let dung = try store.person(World.anhDung, at: World.morning)
    let merge = Merge(kept: hoa, merged: dung, account: 1, reason: nil, at: World.morning)
    try store.merge(merge)
    #expect(try store.people(most: 9).map(\.person) == [hoa, hoa])
    #expect(try store.merges(into: hoa) == [merge] && store.merges(into: dung).isEmpty)
  }

  @Test("a year of birth comes from a date or a year alone; nobody has none")
  func birth() throws {
    let dated = World.person(
      "Lê Thị Mai", "001190000019", 1990, birth: CivilDate(year: 1990, month: 4, day: 17))
    #expect(try store.birthYear(of: store.person(dated, at: World.morning)) == 1990)
    #expect(try store.birthYear(of: store.person(World.anhDung, at: World.morning)) == 1985)
    #expect(try store.birthYear(of: 99) == nil)
  }

  @Test("a person's tested attempts come newest first with outcome and slip")
  func attempts() throws {
    let first = try store.givenSubmitted(World.baHoa)
    try store.database.execute("INSERT INTO slip VALUES (1, \(first), 7, x'00', 1)")
    let second = try store.givenSeated(World.baHoa)
    let hoa = try store.person(World.baHoa, at: World.morning)
    let attempts = try store.attempts(of: hoa, most: 9)
    #expect(attempts.map(\.id) == [second, first] && attempts.map(\.state) == [.inProgress, .submitted])
    #expect(attempts.map(\.slip) == [nil, 1] && attempts.map(\.isRevoked) == [false, false])
    #expect(attempts[0].right == nil && attempts[1].right == attempts[1].asked && attempts[1].isPassed == true)
    #expect(try store.attempts(of: hoa, most: 1).map(\.id) == [second] && store.testedCount(of: hoa) == 2)
    try store.revoke(Revocation(serial: 1, account: 1, reason: Reason.ID("mat-dien"), at: World.morning))
    #expect(try store.attempts(of: hoa, most: 9).map(\.isRevoked) == [false, true])
  }

  @Test("slips without a sheet are looked for among the newest only")
  func unprinted() throws {
    let first = try store.givenSubmitted(World.baHoa)
    let second = try store.givenSubmitted(World.anhDung)
    try store.database.execute("INSERT INTO slip VALUES (1, \(first), 7, x'00', 1), (2, \(second), 8, x'00', 1)")
    #expect(try store.unprintedSlips(reach: 9, most: 9).map(\.serial) == [2, 1])
    #expect(try store.unprintedSlips(reach: 1, most: 9).map(\.serial) == [2])
    #expect(try store.unprintedSlips(reach: 9, most: 1).map(\.serial) == [2])
    #expect(try store.addPrint(of: 2, at: World.morning) == 1 && store.addPrint(of: 2, at: World.later(5)) == 2)
    #expect(try store.prints(of: 2) == [SlipPrint(copy: 1, at: World.morning), SlipPrint(copy: 2, at: World.later(5))])
    #expect(try store.unprintedSlips(reach: 9, most: 9).map(\.serial) == [1])
  }
}
