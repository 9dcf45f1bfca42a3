import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("The office's own rules")
struct RuleTests {
  private let audience = SampleBank.audience

  private func rules(_ box: TestBox) throws -> Blueprint { try box.kiosk.ruleOverview(of: audience).inForce }

  private func claims(of attempt: Attempt.ID, in box: TestBox) throws -> Claims {
    let slip = try #require(try box.store.slip(of: attempt))
    return try Claims(decoding: SignedMessage(decoding: slip.bytes, atMost: 160).payload)
  }

  @Test("a bank's rules are a proposal, and the bank proposes nothing else")
  func beginAsProposal() throws {
    let overview = try TestBox().kiosk.ruleOverview(of: audience)
    #expect(!overview.isOffices)
    #expect(!overview.differs)
    #expect(overview.history.isEmpty)
  }

  @Test("adopting makes the next version, with the office, the document and the date in it")
  func adoptMakesAVersion() throws {
    let box = try TestBox()
    let version = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    let rules = try rules(box)
    #expect(version == 6)
    #expect(rules.version == 6)
    #expect(rules.minutes == 12)
    #expect(rules.itemCount == 5)
    #expect(rules.adoption == Adoption(office: "UBND xã Thử", document: "12/QĐ-UBND", date: "2026-11-20"))
    let overview = try box.kiosk.ruleOverview(of: audience)
    #expect(overview.isOffices && overview.differs)
    #expect(overview.act?.signer == "Nguyễn Văn Ký")
  }

  @Test("new attempts follow the new rules at once, one under way keeps its own")
  func attemptsKeepTheirRules() throws {
    let box = try TestBox()
    let before = try box.atFirstItem(session: box.session(1))
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    let after = try box.atFirstItem(TestBox.neighbours[2], session: box.session(2))
    #expect(try box.record(before).counts[.scored] == 4)
    #expect(try box.record(after).counts[.scored] == 5)
    try box.answerAll(before, right: 4)
    try box.kiosk.submit(box.record(before), confirmed: true, prepared: box.kiosk.prepareSlip(for: box.record(before)))
    #expect(try claims(of: before, in: box).blueprintVersion == 5)
  }

  @Test("a slip carries the version adopted")
  func slipsSayTheVersion() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    let id = try box.finished(right: 5, session: box.session(1))
    #expect(try claims(of: id, in: box).blueprintVersion == 6)
  }

  @Test("more items than the bank has are refused with the number there is, as in a bank's files")
  func countsBeyondTheBankAreRefused() throws {
    let box = try TestBox()
    #expect(
      throws: UseCaseError.rules([
        .blueprint(
          .tooFewTested(Area.ID("an-toan"), Blueprint.Band.ID("de"), needed: 9, available: 8))
      ])
    ) { try box.kiosk.adoptRules(box.order(draws: ["mua-sam": 2, "an-toan": 9]), by: TestBox.minh) }
    #expect(try rules(box).version == 5)
  }

  @Test("everything that stands in the way is told at once")
  func faultsAreToldTogether() throws {
    let box = try TestBox()
    #expect(throws: UseCaseError.rules([.minutes(1...600), .blueprint(.cutAboveDrawn(needed: 9, drawn: 5))])) {
      try box.kiosk.adoptRules(box.order(minutes: 0, overall: 9), by: TestBox.minh)
    }
    #expect(throws: UseCaseError.rules([.document, .date, .minutes(1...600)])) {
      try box.kiosk.adoptRules(box.order(minutes: 601, document: " ", date: "2026-11-22"), by: TestBox.minh)
    }
  }

  @Test("rules that changed while they were on the screen are not adopted over")
  func staleFormsAreRefused() throws {
    let box = try TestBox()
    let stale = try box.order(minutes: 20)
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    #expect(throws: UseCaseError.rules([.changedMeanwhile])) { try box.kiosk.adoptRules(stale, by: TestBox.minh) }
  }

  @Test("the same rules by the same document are not adopted twice; by another document they are")
  func nothingChangedIsRefused() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    #expect(throws: UseCaseError.rules([.nothingChanged])) {
      try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    }
    #expect(try box.kiosk.adoptRules(box.order(document: "13/QĐ-UBND"), by: TestBox.minh) == 7)
  }

  @Test("the proposal can be taken back; every step stays in the history and in the log")
  func returnToProposal() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    #expect(try box.kiosk.returnToProposal(for: audience, by: TestBox.minh) == 5)
    let overview = try box.kiosk.ruleOverview(of: audience)
    #expect(!overview.isOffices && !overview.differs)
    #expect(overview.history.map(\.version) == [5, 6])
    #expect(throws: UseCaseError.rules([.alreadyProposal])) {
      try box.kiosk.returnToProposal(for: audience, by: TestBox.minh)
    }
    #expect(try box.store.events(of: "rules-adopted") == ["account=2 audience=nguoi-dan version=6"])
    #expect(try box.store.events(of: "rules-returned") == ["account=2 audience=nguoi-dan version=5"])
  }
}

@Suite("A bank that comes after the office's own rules")
struct RulesAndBanksTests {
  private let audience = SampleBank.audience

  @Test("the bank at the next start does not put its proposal over them")
  func rulesOutliveABank() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    _ = try box.store.adopt(SampleBank.make(minutes: 25, edition: " (mới)"), at: box.clock.now())
    let overview = try box.kiosk.ruleOverview(of: audience)
    #expect(overview.inForce.version == 6)
    #expect(overview.inForce.minutes == 12)
    #expect(overview.proposal.minutes == 25)
    #expect(overview.differs)
    let id = try box.atFirstItem(session: box.session(1))
    #expect(try box.kiosk.show(FormPlace(.scored, 1), of: box.record(id)).stem.written.contains("(mới)"))
  }

  @Test("a bank too small for them is refused whole, and the one before it stays")
  func tooSmallABankIsRefused() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(draws: ["mua-sam": 2, "an-toan": 8]), by: TestBox.minh)
    let faulty = #expect(throws: ItemBank.Faulty.self) {
      try box.store.adopt(SampleBank.make(tested: 5, edition: " (nhỏ)"), at: box.clock.now())
    }
    #expect(faulty?.problems.first?.text.contains("8 tested items drawn, the bank has 5") == true)
    #expect(try box.store.itemsInForce().contains { $0.id.text == "an-toan-8" })
  }

  @Test("under a new framework they go on with a number of their own")
  func rulesAreCarriedOver() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    let files = SampleBank.files().map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return ItemBank.File(
        path: file.path,
        bytes: Array(
          text.split(separator: "\"version\": 3").joined(separator: "\"version\": 4")
            .split(separator: "\"framework\": 3").joined(separator: "\"framework\": 4").utf8))
    }
    let bank = try ItemBank.read(files)
    for _ in 0..<2 { _ = try box.store.adopt(bank, at: box.clock.now()) }
    let overview = try box.kiosk.ruleOverview(of: audience)
    #expect(overview.inForce.version == 7)
    #expect(overview.inForce.framework == 4)
    #expect(overview.isOffices)
    #expect(overview.history.map(\.adoption.origin) == [.carried, .office])
  }

  @Test("once the office follows the bank again, the bank's next proposal is in force")
  func proposalsFollowAgain() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    _ = try box.kiosk.returnToProposal(for: audience, by: TestBox.minh)
    _ = try box.store.adopt(SampleBank.make(minutes: 25), at: box.clock.now())
    #expect(try box.kiosk.ruleOverview(of: audience).inForce.minutes == 25)
  }

  @Test("a number that other rules have had is not given to a proposal taken back")
  func numbersAreNotReused() throws {
    let box = try TestBox()
    _ = try box.kiosk.adoptRules(box.order(), by: TestBox.minh)
    let files = SampleBank.files(minutes: 25).map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      let next = text.split(separator: "\"version\": 5").joined(separator: "\"version\": 6")
      return ItemBank.File(path: file.path, bytes: Array(next.utf8))
    }
    _ = try box.store.adopt(ItemBank.read(files), at: box.clock.now())
    #expect(try box.kiosk.ruleOverview(of: audience).proposal.version == 6)
    #expect(try box.kiosk.returnToProposal(for: audience, by: TestBox.minh) == 7)
    #expect(try box.kiosk.ruleOverview(of: audience).inForce.minutes == 25)
  }

  @Test("rules written out and read again are the same rules")
  func contentIsReadBack() throws {
    let bank = try SampleBank.make()
    for blueprint in bank.blueprints {
      let read = ItemBank.blueprint(from: blueprint.json.canonicalBytes, framework: bank.framework)
      #expect(read?.isSameRule(as: blueprint) == true)
      #expect(read?.reason == blueprint.reason)
    }
  }
}
