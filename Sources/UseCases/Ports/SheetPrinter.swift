import Assessment

/// A sheet that shall come out of the box's own printer.
package struct SheetOrder: Equatable, Sendable {
  /// No sheet is printed twice under one name. Copy 0 is the advice of who has not passed.
  package struct Name: Hashable, Sendable {
    package let attempt: Attempt.ID
    package let copy: Int

    package init(attempt: Attempt.ID, copy: Int) {
      self.attempt = attempt
      self.copy = copy
    }
  }

  package let name: Name
  package let paper: Paper
  /// What the symbol on it must say; nil for a sheet without one.
  package let text: String?

  package init(name: Name, paper: Paper, text: String?) {
    self.name = name
    self.paper = paper
    self.text = text
  }
}

/// Why nothing comes out of the printer, by what somebody can do about it.
package enum PrinterTrouble: String, Sendable, CaseIterable {
  case outOfPaper
  case coverOpen
  /// Switched off, unplugged, or unknown to the system.
  case offline
  /// It answers, and says that something else is wrong with it.
  case faulty
}

/// How an order stands.
package enum PrintStanding: Equatable, Sendable {
  /// It comes out by itself, once what is wrong has been put right.
  case waiting(PrinterTrouble?)
  /// All of it is at the printer, which has nothing to complain of.
  case printed
  /// Nothing comes of it any more: nil where the sheet could not be drawn or too many wait.
  case failed(PrinterTrouble?)

  package var isOpen: Bool {
    if case .waiting = self { return true }
    return false
  }
}

/// The printer that the box itself prints with; remembers orders in memory only.
package protocol SheetPrinter: Sendable {
  /// Its paper; nil where the box has no printer, and pages are printed by the browser.
  var size: PaperSize? { get }
  /// Takes an order; a full queue keeps it as failed. An order that still waits under the same name is not taken twice.
  func take(_ order: SheetOrder)
  /// Nil for what was never ordered since the start, or is long forgotten.
  func standing(of name: SheetOrder.Name) -> PrintStanding?
  /// What is wrong with the printer now.
  func trouble() -> PrinterTrouble?
}

/// A box without a printer of its own.
package struct NoPrinter: SheetPrinter {
  package init() {}

  package var size: PaperSize? { nil }
  package func take(_ order: SheetOrder) {}
  package func standing(of name: SheetOrder.Name) -> PrintStanding? { nil }
  package func trouble() -> PrinterTrouble? { nil }
}
