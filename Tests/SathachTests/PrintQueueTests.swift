import Glibc
import Printing
import Synchronization
import Testing
import UseCases

@testable import sathach

@Suite("Orders for the printer")
struct PrintQueueTests {
  private func order(_ attempt: Int64, copy: Int = 1) -> SheetOrder {
    SheetOrder(
      name: SheetOrder.Name(attempt: attempt, copy: copy), paper: Paper(blocks: [.title("PHIẾU")]), text: nil)
  }

  private static let dot: @Sendable (SheetOrder, PaperSize) throws -> Raster = { _, _ in
    Raster(width: 8, height: 1, dots: [Bool](repeating: true, count: 8))
  }

  private func queue(
    _ device: Device, patience: Duration = .seconds(60),
    draw: @escaping @Sendable (SheetOrder, PaperSize) throws -> Raster = dot
  ) -> PrintQueue {
    PrintQueue(device, retry: .milliseconds(5), patience: patience, draw: draw)
  }

  @Test("a sheet that waits for paper comes by itself once there is some")
  func outOfPaper() {
    let device = Device(trouble: .outOfPaper)
    let queue = queue(device)
    queue.start()
    queue.take(order(1))
    eventually { queue.standing(of: order(1).name) == .waiting(.outOfPaper) }
    #expect(queue.trouble() == .outOfPaper && device.sheets == 0)

    device.set(nil)
    eventually { queue.standing(of: order(1).name) == .printed }
    #expect(device.sheets == 1)
    eventually { queue.trouble() == nil }
    queue.stop()
  }

  @Test("no copy of a slip is printed twice, and advice as often as it is asked for")
  func once() {
    let device = Device()
    let queue = queue(device)
    queue.start()
    for order in [order(1), order(1), order(2, copy: 0)] { queue.take(order) }
    eventually { device.sheets == 2 }
    queue.take(order(1))
    queue.take(order(2, copy: 0))
    eventually { device.sheets == 3 }
    queue.stop()
  }

  @Test("an order that the printer would not take for too long is given up, and may be given again")
  func givenUp() {
    let device = Device(trouble: .offline)
    let queue = queue(device, patience: .zero)
    queue.start()
    queue.take(order(1))
    eventually { queue.standing(of: order(1).name) == .failed(.offline) }

    device.set(nil)
    queue.take(order(1))
    eventually { queue.standing(of: order(1).name) == .printed }
    queue.stop()
  }

  @Test("a sheet that cannot be drawn stops nobody else's")
  func notDrawn() {
    let device = Device()
    let queue = queue(device) { order, size in
      if order.name.attempt == 1 { throw UseCaseError.unreadableSheet }
      return try Self.dot(order, size)
    }
    queue.start()
    queue.take(order(1))
    queue.take(order(2))
    eventually { queue.standing(of: order(2).name) == .printed }
    #expect(queue.standing(of: order(1).name) == .failed(nil))
    queue.stop()
  }

  @Test("a full queue says so at once, and nothing is known of sheets of before the start")
  func full() {
    let queue = queue(Device())
    for attempt in 1...Int64(PrintQueue.mostWaiting) + 1 { queue.take(order(attempt)) }

    #expect(queue.standing(of: order(1).name) == .waiting(nil))
    #expect(queue.standing(of: order(Int64(PrintQueue.mostWaiting) + 1).name) == .failed(nil))
    #expect(queue.standing(of: order(99).name) == nil)
  }

  /// Waits for another thread, far longer than it needs.
  private func eventually(_ isSo: () -> Bool, line: SourceLocation = #_sourceLocation) {
    for _ in 0..<4_000 {
      if isSo() { return }
      usleep(2_500)
    }
    Issue.record("never came about", sourceLocation: line)
  }
}

/// A printer that counts.
private final class Device: SheetDevice {
  private let state: Mutex<(trouble: PrinterTrouble?, sheets: Int)>
  let size = PaperSize.roll80

  init(trouble: PrinterTrouble? = nil) {
    state = Mutex((trouble, 0))
  }

  var sheets: Int { state.withLock { $0.sheets } }

  func set(_ trouble: PrinterTrouble?) {
    state.withLock { $0.trouble = trouble }
  }

  func put(_ raster: Raster, tell: (PrinterTrouble?) -> Void) throws(PrinterFault) {
    let trouble = state.withLock { state in
      if state.trouble == nil { state.sheets += 1 }
      return state.trouble
    }
    if let trouble { throw PrinterFault(trouble) }
  }

  func trouble() -> PrinterTrouble? { state.withLock { $0.trouble } }
}
