import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("A box with a printer of its own")
struct PrintedByBoxTests {
  private let box: TestBox
  private let hoa: Browser

  init() throws {
    box = try TestBox()
    box.printer.load(.roll80)
    hoa = Browser(box)
  }

  @Test("the slip comes by itself at hand-in, once, and the page tells how it goes")
  func byItself() throws {
    try hoa.finish(right: 4)
    #expect(box.printer.orders.map(\.name) == [SheetOrder.Name(attempt: 1, copy: 1)])
    #expect(hoa.body.contains(PrinterWording.printing) && hoa.body.contains("http-equiv=\"refresh\" content=\"5\""))
    #expect(!hoa.body.contains("/attempts/1/prints"), "nothing to press while it comes")

    box.printer.set(.waiting(.outOfPaper), trouble: .outOfPaper)
    #expect(try hoa.get("/attempts/1/result").body.contains(PrinterWording.trouble(.outOfPaper)))
    box.printer.set(.printed)
    #expect(try hoa.get("/attempts/1/result").body.contains(PrinterWording.printed))
    #expect(!hoa.body.contains("content=\"5\""))
  }

  @Test("a sheet that did not come is asked for again at the kiosk, under the same number; a printed one is not")
  func again() throws {
    try hoa.finish(right: 4)
    box.printer.set(.failed(.offline))
    #expect(try hoa.get("/attempts/1/result").body.contains(PrinterWording.again))
    try hoa.post("/attempts/1/prints", [])
    #expect(box.printer.orders.map(\.name.copy) == [1, 1])

    box.printer.set(.printed)
    try hoa.post("/attempts/1/prints", [])
    #expect(box.printer.orders.count == 2)
    #expect(try box.store.printCount(of: 1) == 1)
  }

  @Test("after a start nobody knows of the sheet, and the desk prints another, with a reason, as a copy")
  func afterStart() throws {
    try hoa.finish(right: 4)
    box.printer.forget()
    #expect(try hoa.get("/attempts/1/result").body.contains(PrinterWording.unknown))
    try box.hireOffice()
    let lan = try Browser.lan(box)
    #expect(try lan.get("/desk/slips/1").body.contains(PrinterDeskWording.unknown))

    try lan.post("/desk/slips/1/prints", [("copies", "1"), ("reason", "")])
    #expect(lan.status == 422 && box.printer.orders.count == 1)
    let reason = try #require(try box.store.reasons().first { $0.acts.contains(.reprintSlip) })
    try lan.post("/desk/slips/1/prints", [("copies", "1"), ("reason", reason.id.text)])
    #expect(box.printer.orders.map(\.name.copy) == [1, 2])
    #expect(lan.path == "/desk/slips/1" && lan.body.contains(PrinterDeskWording.printing))
  }

  @Test("the desk makes a sheet that did not come anew without a reason, and the board says what is wrong")
  func atDesk() throws {
    try hoa.finish(right: 4)
    try box.hireOffice()
    let lan = try Browser.lan(box)
    box.printer.set(.failed(.outOfPaper), trouble: .outOfPaper)
    #expect(try lan.get("/desk").body.contains("notice-printer"))
    #expect(try lan.get("/desk/slips/1").body.contains(PrinterDeskWording.failed))
    #expect(!lan.body.contains("id=\"print-reason\""))

    try lan.post("/desk/slips/1/prints", [("copies", "1")])
    #expect(box.printer.orders.map(\.name.copy) == [1, 1])
  }

  @Test("advice is printed when it is asked for, and counted by nobody")
  func advice() throws {
    try hoa.finish(right: 0)
    #expect(box.printer.orders.isEmpty && hoa.body.contains(Wording.printAdvice))
    try hoa.post("/attempts/1/prints", [])
    #expect(box.printer.orders.map(\.text) == [nil] && hoa.body.contains(PrinterWording.printingAdvice))
  }

  @Test("without a printer of its own nothing is ordered")
  func without() throws {
    let box = try TestBox()
    let browser = Browser(box)
    try browser.finish(right: 4)
    #expect(browser.body.contains(Wording.sizeRoll))
    #expect(box.printer.orders.isEmpty)
  }
}
