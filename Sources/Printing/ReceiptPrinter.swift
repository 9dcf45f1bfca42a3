import Glibc
import UseCases

/// A receipt printer behind a device file, as `/dev/usb/lp0`. It is opened for one sheet or one question, so that it may be
/// unplugged and plugged in again at any time.
package struct ReceiptPrinter: SheetDevice {
  package let path: String
  package let size: PaperSize
  /// For how long a printer may take no byte before it counts as stuck. In milliseconds.
  var patience: Int32 = 10_000
  /// For an answer about its state. In milliseconds.
  var answerTime: Int32 = 300

  package init(path: String, size: PaperSize) {
    self.path = path
    self.size = size
  }

  package func put(_ raster: Raster, tell: (PrinterTrouble?) -> Void) throws(PrinterFault) {
    let bytes: [UInt8]
    do { bytes = try ESCPOS.job(raster) } catch { throw PrinterFault(.faulty, cause: error) }
    let line = try opened()
    defer { close(line) }
    if let trouble = state(line) { throw PrinterFault(trouble) }
    try send(bytes, line)
    // Paper that ended on the way is told by whoever answers; the sheet is then made anew.
    if let trouble = state(line) { throw PrinterFault(trouble) }
  }

  package func trouble() -> PrinterTrouble? {
    do throws(PrinterFault) {
      let line = try opened()
      defer { close(line) }
      return state(line)
    } catch {
      return error.trouble
    }
  }

  /// Some printers can only be written to.
  private func opened() throws(PrinterFault) -> Int32 {
    for mode in [O_RDWR, O_WRONLY] {
      let line = open(path, mode | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      if line >= 0 {
        setRaw(line)
        return line
      }
      // A printer without paper refuses to be opened by some drivers.
      if errno == ENOSPC { throw PrinterFault(.outOfPaper) }
    }
    throw PrinterFault(.offline, cause: .system(call: path, code: errno))
  }

  /// A serial line would turn line feeds into two bytes.
  private func setRaw(_ line: Int32) {
    var settings = termios()
    guard tcgetattr(line, &settings) == 0 else { return }
    cfmakeraw(&settings)
    tcsetattr(line, TCSANOW, &settings)
  }

  private func send(_ bytes: [UInt8], _ line: Int32) throws(PrinterFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard isReady(line, POLLOUT, within: patience) else { throw PrinterFault(state(line) ?? .offline) }
      // Copied, since a slice gives its bytes only to a closure, which cannot throw what this throws.
      let piece = Array(rest.prefix(4_096))
      let count = write(line, piece, piece.count)
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      if count < 0 && errno == ENOSPC { throw PrinterFault(.outOfPaper) }
      guard count > 0 else { throw PrinterFault(.offline, cause: .system(call: "write", code: errno)) }
      rest = rest.dropFirst(count)
    }
  }

  /// Nil too from a printer that does not answer: it is asked once, and then believed to be well.
  private func state(_ line: Int32) -> PrinterTrouble? {
    for question in [ESCPOS.Question.paper, .cause, .error, .printer] {
      guard isReady(line, POLLOUT, within: answerTime) else { return .offline }
      guard write(line, question.bytes, question.bytes.count) == question.bytes.count else { return .offline }
      guard let byte = answer(line) else { return nil }
      if let trouble = question.trouble(in: byte) { return trouble }
    }
    return nil
  }

  private func answer(_ line: Int32) -> UInt8? {
    while isReady(line, POLLIN, within: answerTime) {
      var byte: UInt8 = 0
      guard read(line, &byte, 1) == 1 else { return nil }
      if ESCPOS.Question.isAnswer(byte) { return byte }
    }
    return nil
  }

  private func isReady(_ line: Int32, _ event: Int32, within milliseconds: Int32) -> Bool {
    var waited = pollfd(fd: line, events: Int16(event), revents: 0)
    while true {
      let ready = poll(&waited, 1, milliseconds)
      if ready < 0 && errno == EINTR { continue }
      return ready > 0 && Int32(waited.revents) & event != 0
    }
  }
}
