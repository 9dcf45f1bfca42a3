import Interchange
import TestSupport
import Testing
import UseCases

@Suite("Files that officers look at")
struct BroughtItemLedgerTests {
  private func file(_ name: String) -> BroughtItems {
    BroughtItems(name: name, bytes: [1], defaults: ImportDefaults(), mark: name, broughtAt: World.morning)
  }

  @Test("an officer has one file, and the oldest gives way where too many look at once")
  func fewAreKept() {
    var ledger = BroughtItemLedger()
    ledger.keep(file("a"), of: 1)
    ledger.keep(file("b"), of: 1)
    #expect(ledger.file(of: 1)?.name == "b")
    ledger.keep(file("c"), of: 2)
    ledger.keep(file("d"), of: 3)
    #expect(ledger.file(of: 1) == nil)
    #expect(ledger.file(of: 2)?.name == "c" && ledger.file(of: 3)?.name == "d")
    ledger.drop(of: 3)
    #expect(ledger.file(of: 3) == nil)
  }
}
