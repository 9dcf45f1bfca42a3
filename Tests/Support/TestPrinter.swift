import Synchronization
import UseCases

/// A printer that does what a test says; none until it has a paper.
package final class TestPrinter: SheetPrinter {
  private struct State {
    var size: PaperSize?
    var orders: [SheetOrder] = []
    var standings: [SheetOrder.Name: PrintStanding] = [:]
    var trouble: PrinterTrouble?
  }

  private let state = Mutex(State())

  package init() {}

  package var size: PaperSize? { state.withLock { $0.size } }
  package var orders: [SheetOrder] { state.withLock { $0.orders } }

  package func load(_ size: PaperSize) {
    state.withLock { $0.size = size }
  }

  package func take(_ order: SheetOrder) {
    state.withLock { state in
      state.orders.append(order)
      state.standings[order.name] = .waiting(state.trouble)
    }
  }

  package func standing(of name: SheetOrder.Name) -> PrintStanding? { state.withLock { $0.standings[name] } }
  package func trouble() -> PrinterTrouble? { state.withLock { $0.trouble } }

  /// From now on every order stands like this, and the printer has this trouble.
  package func set(_ standing: PrintStanding, trouble: PrinterTrouble? = nil) {
    state.withLock { state in
      for name in state.standings.keys { state.standings[name] = standing }
      state.trouble = trouble
    }
  }

  /// As after a start: nothing is remembered.
  package func forget() {
    state.withLock { $0.standings = [:] }
  }
}
