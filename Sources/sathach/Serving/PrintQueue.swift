import Glibc
import Printing
import SQLiteStore
import Synchronization
import UseCases

/// The orders for the box's own printer, and the thread that draws and prints them one after the other, beside everything
/// else. What waits is in memory alone: after a power cut the desk prints again, and the sheet says that it is a copy.
final class PrintQueue: SheetPrinter, @unchecked Sendable {
  // Unchecked: the pipe is made once, and the system guards it.
  private struct State {
    var waiting: [(order: SheetOrder, since: ContinuousClock.Instant)] = []
    var standings: [SheetOrder.Name: PrintStanding] = [:]
    /// Oldest first.
    var remembered: [SheetOrder.Name] = []
    var trouble: PrinterTrouble?
    var isEnding = false
  }

  static let mostWaiting = 20
  private static let mostRemembered = 400

  private let device: any SheetDevice
  private let draw: @Sendable (SheetOrder, PaperSize) throws -> Raster
  private let retry: Duration
  private let patience: Duration
  private let state = Mutex(State())
  /// A byte for everything new; both ends never block, so that a full pipe is as good as one byte.
  private let news: (read: Int32, write: Int32)

  /// - Parameters:
  ///   - retry: between two tries at a printer that has a trouble.
  ///   - patience: after which an order that did not come is given up.
  ///   - draw: a raster that was read back.
  init(
    _ device: any SheetDevice, retry: Duration = .seconds(3), patience: Duration = .seconds(1_800),
    draw: @escaping @Sendable (SheetOrder, PaperSize) throws -> Raster
  ) {
    self.device = device
    self.draw = draw
    self.retry = retry
    self.patience = patience
    var ends: [Int32] = [-1, -1]
    // Without a pipe the thread looks as often as it tries again.
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    news = (ends[0], ends[1])
  }

  var size: PaperSize? { device.size }

  func take(_ order: SheetOrder) {
    state.withLock { state in
      switch state.standings[order.name] {
      case .waiting: return
      // Advice is nobody's proof and may come as often as it is asked for.
      case .printed where order.name.copy > 0: return
      default: break
      }
      guard state.waiting.count < Self.mostWaiting else { return Self.note(order.name, .failed(state.trouble), &state) }
      state.waiting.append((order, .now))
      Self.note(order.name, .waiting(state.trouble), &state)
    }
    wake()
  }

  func standing(of name: SheetOrder.Name) -> PrintStanding? { state.withLock { $0.standings[name] } }
  func trouble() -> PrinterTrouble? { state.withLock { $0.trouble } }

  func start() {
    Threads.detach { [self] in run() }
  }

  /// Ends the thread after the sheet it is at; nobody waits for it.
  func stop() {
    state.withLock { $0.isEnding = true }
    wake()
  }

  private func run() {
    ThreadName.set("printer")
    while !state.withLock({ $0.isEnding }) {
      if let (order, since) = state.withLock({ $0.waiting.first }) {
        work(at: order, since: since)
      } else {
        see(device.trouble())
        wait(.seconds(30))
      }
    }
  }

  private func work(at order: SheetOrder, since: ContinuousClock.Instant) {
    let raster: Raster
    do {
      raster = try draw(order, device.size)
    } catch {
      Log.write(.error, "problem=sheet cause=\"\(OperatorWording.text(error))\"")
      return settle(order.name, .failed(nil))
    }
    do throws(PrinterFault) {
      try device.put(raster) { see($0) }
      settle(order.name, .printed)
      see(nil)
    } catch {
      see(error.trouble, cause: error.cause)
      if since.duration(to: .now) > patience { return settle(order.name, .failed(error.trouble)) }
      wait(retry)
    }
  }

  private func settle(_ name: SheetOrder.Name, _ standing: PrintStanding) {
    state.withLock { state in
      state.waiting.removeAll { $0.order.name == name }
      Self.note(name, standing, &state)
    }
  }

  /// Whoever waits is told what for.
  private func see(_ trouble: PrinterTrouble?, cause: PrintingError? = nil) {
    let isNew = state.withLock { state in
      for (order, _) in state.waiting { state.standings[order.name] = .waiting(trouble) }
      defer { state.trouble = trouble }
      return state.trouble != trouble
    }
    guard isNew else { return }
    guard let trouble else { return Log.write(.notice, "the printer is well again") }
    let reason = cause.map { " cause=\"\(OperatorWording.text($0))\"" } ?? ""
    Log.write(.error, "problem=printer is=\(trouble.rawValue)\(reason)")
  }

  private static func note(_ name: SheetOrder.Name, _ standing: PrintStanding, _ state: inout State) {
    if state.standings.updateValue(standing, forKey: name) == nil { state.remembered.append(name) }
    guard state.remembered.count > mostRemembered else { return }
    state.standings[state.remembered.removeFirst()] = nil
  }

  private func wake() {
    _ = write(news.write, [1] as [UInt8], 1)
  }

  /// Until there is something new, at most so long; by a clock that nobody sets.
  private func wait(_ limit: Duration) {
    var waited = pollfd(fd: news.read, events: Int16(POLLIN), revents: 0)
    poll(&waited, 1, Int32(limit / .milliseconds(1)))
    var heard = [UInt8](repeating: 0, count: 64)
    _ = read(news.read, &heard, heard.count)
  }
}
