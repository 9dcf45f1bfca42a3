import UseCases

// Held complete by a test: see ``WordingCatalogue``.

extension WordingCatalogue {
  static var printerWording: [WordingEntry] {
    [
      WordingEntry("PrinterWording.printing", PrinterWording.printing, on: "result"),
      WordingEntry("PrinterWording.printingAdvice", PrinterWording.printingAdvice, on: "result"),
      WordingEntry("PrinterWording.printingHelp", PrinterWording.printingHelp, on: "result"),
      WordingEntry("PrinterWording.printed", PrinterWording.printed, on: "result"),
      WordingEntry("PrinterWording.printedAdvice", PrinterWording.printedAdvice, on: "result"),
      WordingEntry("PrinterWording.stuck", PrinterWording.stuck, on: "result"),
      WordingEntry("PrinterWording.stuckHelp", PrinterWording.stuckHelp, on: "result"),
      WordingEntry("PrinterWording.failed", PrinterWording.failed, on: "result"),
      WordingEntry("PrinterWording.unknown", PrinterWording.unknown, on: "result"),
      WordingEntry("PrinterWording.again", PrinterWording.again, on: "result"),
    ] + PrinterTrouble.allCases.map { WordingEntry("PrinterWording.trouble", PrinterWording.trouble($0), on: "result") }
  }
}
