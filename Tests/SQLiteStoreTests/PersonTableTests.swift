import Assessment
import Testing
import UseCases

@testable import SQLiteStore

@Suite("People")
struct PersonTableTests {
  let folder: TemporaryFolder
  let store: KioskStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.writer()
    try store.givenBank()
  }

  private func birth(_ person: Int64) throws -> String {
    let hex = try store.database.values("SELECT hex(birthSealed) FROM person WHERE id = \(person)").first.orFail
    let sealed = stride(from: 0, to: hex.utf8.count, by: 2).map { at in
      UInt8(String(Array(hex)[at...at + 1]), radix: 16).orFail
    }
    let lookup = PlainSecrets().lookup(World.baHoa.number)
    let row = lookup.map { String($0, radix: 16) }.joined(separator: ".")
    return try PlainSecrets().open(sealed, purpose: "person.birth \(row)")
  }

  @Test("a person is found again by number, whoever else is known")
  func found() throws {
    let hoa = try store.person(World.baHoa, at: World.morning)
    let dung = try store.person(World.anhDung, at: World.morning)
    #expect(hoa != dung)
    #expect(try store.person(World.baHoa, at: World.later(5)) == hoa)
    #expect(try store.candidate(hoa) == StoredPerson(name: "Nguyễn Thị Hoa", number: World.baHoa.number))
    #expect(try store.candidate(99) == nil)
  }

  @Test("a newer name replaces the older")
  func newerName() throws {
    let id = try store.person(World.baHoa, at: World.morning)
    _ = try store.person(World.person("Nguyễn Thị Hòa", "001158000017", 1958), at: World.later(5))
    #expect(try store.candidate(id)?.name == "Nguyễn Thị Hòa")
    #expect(try store.database.values("SELECT changedAt - firstSeenAt FROM person") == ["5000"])
  }

  @Test("coming again with the same particulars changes nothing")
  func unchanged() throws {
    _ = try store.person(World.baHoa, at: World.morning)
    _ = try store.person(World.baHoa, at: World.later(5))
    #expect(try store.database.values("SELECT changedAt - firstSeenAt FROM person") == ["0"])
  }

  @Test("a birth date replaces a year, and a year alone does not replace a date")
  func birthDates() throws {
    let date = CivilDate(year: 1958, month: 3, day: 9)
    let id = try store.person(World.baHoa, at: World.morning)
    #expect(try birth(id) == "1958")
    _ = try store.person(World.person("Nguyễn Thị Hoa", "001158000017", 1958, birth: date), at: World.later(1))
    #expect(try birth(id) == "1958-03-09")
    _ = try store.person(World.person("Nguyễn Thị Hoa", "001158000017", 1959), at: World.later(2))
    #expect(try birth(id) == "1958-03-09")
  }

  @Test("neither name nor number nor birth can be read in the file's bytes")
  func sealed() throws {
    let date = CivilDate(year: 1958, month: 3, day: 9)
    _ = try store.givenSeated(World.person("NGUYEN THI HOA", "001158000017", 1958, birth: date))
    let text = String(decoding: folder.bytes(), as: UTF8.self)
    #expect(text.contains("mat-khau-1"))
    for secret in ["NGUYEN THI HOA", "001158000017", "1958-03-09"] { #expect(!text.contains(secret)) }
  }

  @Test("a person has an open attempt from the first item until it is handed in")
  func openAttempt() throws {
    #expect(try store.openAttempt(of: 1) == nil)
    let id = try store.givenSubmitted()
    #expect(try store.openAttempt(of: 1) == nil)
    let second = try store.givenSeated()
    #expect(second == id + 1)
    #expect(try store.openAttempt(of: 1) == second)
  }

  @Test("the last submission is the latest one that counts, also when a later one was voided")
  func lastSubmission() throws {
    #expect(try store.lastSubmission(of: 1) == nil)
    _ = try store.givenSubmitted()
    #expect(try store.lastSubmission(of: 1) == World.later(600))
    let second = try store.givenSubmitted()
    try store.database.execute("UPDATE attempt SET submittedAt = submittedAt + 1000 WHERE id = \(second)")
    #expect(try store.lastSubmission(of: 1) == World.later(601))
    try store.database.execute("UPDATE attempt SET state = 'voided' WHERE id = \(second)")
    #expect(try store.lastSubmission(of: 1) == World.later(600))
  }

  @Test("recent items are those of the last forms that were drawn, newest first")
  func recentItems() throws {
    _ = try store.givenSubmitted()
    _ = try store.givenSubmitted()
    let open = try store.givenSeated()
    _ = try store.givenSeated(World.anhDung)
    let recent = try store.recentItems(of: 1, forms: 2)
    let scored = try store.rows(of: open).filter { $0.place.part == .scored }.map(\.item)
    #expect(recent.count == 2 && recent.first == Set(scored))
    #expect(try store.recentItems(of: 99, forms: 2) == [])
  }
}
