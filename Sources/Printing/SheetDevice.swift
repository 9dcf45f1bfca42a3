import UseCases

/// A way to paper. Slow: never on the writer or an event thread.
package protocol SheetDevice: Sendable {
  var size: PaperSize { get }
  /// Puts a sheet on paper, as far as this way can know.
  ///
  /// - Parameter tell: called while it takes its time with what is wrong, or nil.
  func put(_ raster: Raster, tell: (PrinterTrouble?) -> Void) throws(PrinterFault)
  /// Nil where nothing is wrong, or nothing is answered.
  func trouble() -> PrinterTrouble?
}

/// Why a sheet is not on paper, and whether it may be there in part.
package struct PrinterFault: Error, Equatable {
  package let trouble: PrinterTrouble
  /// For the log.
  package let cause: PrintingError?

  package init(_ trouble: PrinterTrouble, cause: PrintingError? = nil) {
    self.trouble = trouble
    self.cause = cause
  }
}
