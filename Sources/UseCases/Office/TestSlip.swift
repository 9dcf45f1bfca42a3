extension Kiosk {
  static let slipCodeLength = 6
  /// Attempts count from 1, so that this is nobody's.
  package static let testSlip = SheetOrder.Name(attempt: 0, copy: 0)

  /// Prints a sheet that is nobody's slip, with a code in letters and as a symbol, to be read back by whoever holds it.
  ///
  /// - Parameters:
  ///   - title: above everything.
  ///   - lines: with the letters that are hard to print.
  ///   - label: above the code.
  /// - Throws: ``SetupFault/noPrinter``.
  package func printTestSlip(title: String, lines: [String], label: String) throws {
    guard printer.size != nil else { throw SetupFault.noPrinter }
    let code = String(decoding: symbols(Self.slipCodeLength, of: Self.codeSigns), as: UTF8.self)
    let symbol = try drawing.symbol(forText: code)
    let blocks =
      [Paper.Block.title(title)] + lines.map { .text($0) } + [.code(label: label, groups: [code]), .symbol(symbol)]
    try parts.firstRun.note(slipCode: code)
    printer.take(SheetOrder(name: Self.testSlip, paper: Paper(blocks: blocks), text: code))
  }

  /// Takes what somebody read from the sheet, or their scanner.
  ///
  /// - Throws: ``SetupFault/otherCode``.
  package func readBackTestSlip(_ typed: String) throws {
    guard let code = try parts.firstRun.state().slipCode, Self.plain(typed) == code else { throw SetupFault.otherCode }
    try parts.firstRun.note(.slip)
  }

  /// On paper for the safe, once; it is in memory until the paper is out.
  ///
  /// - Throws: ``SetupFault/noPrinter``.
  package func printRecoveryKey(_ key: RecoveryKeyText, _ paper: Paper) throws {
    guard printer.size != nil else { throw SetupFault.noPrinter }
    printer.take(SheetOrder(name: SheetOrder.Name(attempt: -1, copy: 0), paper: paper, text: nil))
  }
}
