import Assessment
import TestSupport
import Testing
import UseCases

@Suite("Whose people pass how often")
struct AssistanceTests {
  private let box: TestBox

  init() throws {
    box = try TestBox()
    try box.hireOffice()
  }

  /// Somebody tested with such help, so many items right.
  @discardableResult
  private func tested(
    _ number: Int, right: Int = 4, day: UInt8 = 0, helped: [(HelpAct.Kind, StaffID)] = []
  ) throws -> Attempt.ID {
    let id = try box.atFirstItem(TestBox.card(number), session: box.session(UInt8(number) + 100 * day))
    for (kind, account) in helped {
      try box.kiosk.recordHelp(kind, in: id, by: account)
      box.clock.advance(seconds: 5)
    }
    try box.answerAll(id, right: right)
    try box.kiosk.submit(box.record(id), confirmed: true, prepared: nil)
    return id
  }

  private func counts() throws -> [AssistedCount] { try box.store.assistedCounts() }

  @Test("a person counts once, by the last test with help, for whoever helped most there, or first")
  func once() throws {
    try tested(1, right: 0, helped: [(.readAloud, TestBox.lan)])
    try tested(2, helped: [(.readAloud, TestBox.minh), (.translated, TestBox.lan), (.readAloud, TestBox.lan)])
    try tested(3, right: 0, helped: [(.readAloud, TestBox.minh), (.readAloud, TestBox.lan)])
    box.clock.advance(days: 2)
    try tested(1, right: 4, day: 1, helped: [(.operatedMouse, TestBox.lan)])
    #expect(
      try counts() == [
        AssistedCount(account: TestBox.lan, people: 2, passed: 2, allowed: 5, coaching: 0),
        AssistedCount(account: TestBox.minh, people: 1, passed: 0, allowed: 2, coaching: 0),
      ])
  }

  @Test("void tests, tests under way and entries made by mistake count for nothing")
  func without() throws {
    let void = try tested(1, helped: [(.readAloud, TestBox.lan)])
    try box.kiosk.void(void, for: TestBox.Why.coached, turn: box.turn(void))
    let open = try box.atFirstItem(TestBox.card(2), session: box.session(2))
    try box.kiosk.recordHelp(.readAloud, in: open, by: TestBox.lan)
    let mistaken = try tested(3, helped: [(.suggestedAnswer, TestBox.lan)])
    #expect(try counts().map(\.coaching) == [1])
    try box.kiosk.decideFlag(.mistaken, on: mistaken, for: TestBox.Why.coached, turn: box.turn(mistaken))
    #expect(try counts().isEmpty)
  }

  @Test("people without help are counted beside them, once each")
  func unassisted() throws {
    try tested(1, right: 0)
    try tested(2)
    try tested(3, helped: [(.readAloud, TestBox.lan)])
    box.clock.advance(days: 2)
    try tested(1, day: 1)
    let found = try box.kiosk.assistance()
    #expect(found.unassisted == 2 && found.unassistedPassed == 2)
    #expect(found.colleagues.map(\.name) == ["Chị Lan"] && found.colleagues.first?.role == .clerk)
  }
}
