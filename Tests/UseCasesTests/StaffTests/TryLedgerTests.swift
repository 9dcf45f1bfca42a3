import TestSupport
import Testing
import UseCases

@Suite("Growing delays")
struct TryLedgerTests {
  private var ledger = TryLedger()

  /// Tries as soon as it may, and tells the waits between.
  private mutating func waits(_ count: Int, login: String = "van", peer: String = "a") -> [Int] {
    var now: Int64 = 0
    return (0..<count).map { _ in
      let wait = ledger.wait(login: login, peer: peer, at: now)
      guard wait > 0 else { return 0 }
      now += Int64(wait) * 1_000
      #expect(ledger.wait(login: login, peer: peer, at: now) == 0)
      return wait
    }
  }

  @Test("five tries are free, then each waits twice as long, up to five minutes")
  mutating func growth() {
    #expect(waits(17) == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  }

  @Test("a try that came too early is not counted, and is told the rest of the wait")
  mutating func tooEarly() {
    for _ in 0..<6 { _ = ledger.wait(login: "van", peer: "a", at: 0) }
    for _ in 0..<100 { #expect(ledger.wait(login: "van", peer: "a", at: 400) == 1) }
    #expect(ledger.wait(login: "van", peer: "a", at: 1_000) == 0)
  }

  @Test("one address pays for tries at many accounts, and one account for tries from many addresses")
  mutating func eitherWay() {
    for number in 0..<5 { #expect(ledger.wait(login: "nguoi-\(number)", peer: "a", at: 0) == 0) }
    #expect(ledger.wait(login: "khac", peer: "a", at: 0) == 1)
    for number in 0..<5 { #expect(ledger.wait(login: "van", peer: "peer-\(number)", at: 0) == 0) }
    #expect(ledger.wait(login: "van", peer: "moi", at: 0) == 1)
  }

  @Test("signing in makes an account's tries forgotten, of the address's only the one that was right")
  mutating func forgets() {
    for _ in 0..<5 { _ = ledger.wait(login: "van", peer: "a", at: 0) }
    #expect(ledger.wait(login: "van", peer: "a", at: 1_000) == 0)
    ledger.forget(login: "van")
    ledger.takeBack(peer: "a")
    #expect(ledger.wait(login: "van", peer: "b", at: 1_000) == 0)
    #expect(ledger.wait(login: "tu", peer: "a", at: 1_000) == 0)
    #expect(ledger.wait(login: "tu", peer: "a", at: 1_000) == 2)
  }

  @Test("a desk where people sign in rightly all day is never delayed, though somebody errs now and then")
  mutating func busyDesk() {
    for number in 0..<200 {
      let now = Int64(number) * 240_000
      #expect(ledger.wait(login: "van", peer: "a", at: now) == 0)
      if number % 4 == 0 { continue }
      ledger.takeBack(peer: "a")
      ledger.forget(login: "van")
    }
  }

  @Test("every ten minutes one try is forgotten")
  mutating func fades() {
    for _ in 0..<5 { _ = ledger.wait(login: "van", peer: "a", at: 0) }
    let later = 2 * TryLedger.millisecondsPerTry
    #expect((0..<3).map { _ in ledger.wait(login: "van", peer: "a", at: later) } == [0, 0, 1])
  }

  @Test("a flood of made-up logins does not make the ledger grow, nor forget who tried most")
  mutating func bounded() {
    for _ in 0..<5 { _ = ledger.wait(login: "van", peer: "a", at: 0) }
    for number in 0..<5_000 { _ = ledger.wait(login: "x\(number)", peer: "p\(number)", at: 1) }
    #expect(ledger.wait(login: "van", peer: "b", at: 2) == 1)
  }

  @Test("five wrong passwords at the door delay the sixth, even the right one, and nothing is compared")
  func atTheDoor() throws {
    let office = try StaffOffice()
    for _ in 0..<5 { _ = try office.check("van", "sai") }
    let before = office.box.passwords.count
    expect(.tooManyTries(seconds: 1)) { _ = try office.check("van") }
    #expect(office.box.passwords.count == before)
    office.wait(seconds: 1)
    _ = try office.enter("van")
    for _ in 0..<5 { _ = try office.check("van", "sai", at: "10.0.0.8") }
  }
}
