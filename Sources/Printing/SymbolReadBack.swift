import Children
import UseCases

/// Reads symbols out of pictures by way of `sathach-symbols`, so that libzbar never runs within the server.
///
/// Blocks its thread for the 20 ms or so that a sheet takes, and for `timeLimit` at worst: never to be called on the
/// writer.
package struct SymbolReadBack: SymbolReading {
  package let program: String
  package let timeLimit: Duration
  /// For a camera's picture: the next one is a moment away, and others wait for this thread.
  package let frameTimeLimit: Duration

  /// - Parameter program: the path of `sathach-symbols`; it is not searched for.
  package init(
    program: String, timeLimit: Duration = .seconds(5), frameTimeLimit: Duration = .milliseconds(1_500)
  ) {
    self.program = program
    self.timeLimit = timeLimit
    self.frameTimeLimit = frameTimeLimit
  }

  package func texts(in raster: Raster) throws(PrintingError) -> [String] {
    try texts(in: GreyPicture.file(of: raster), within: timeLimit)
  }

  package func texts(in frame: GreyFrame) throws(PrintingError) -> [String] {
    try texts(in: GreyPicture.file(of: frame), within: frameTimeLimit)
  }

  private func texts(in picture: [UInt8], within timeLimit: Duration) throws(PrintingError) -> [String] {
    try Self.texts(in: ChildProcess.answer(to: picture, of: program, atMost: Self.longestAnswer, within: timeLimit))
  }

  /// A hundred of the largest symbols there are, two digits a byte.
  private static let longestAnswer = 100 * 2 * 7089

  /// Each line is one text in hexadecimal digits. Bytes that are not UTF-8 come out as replacement characters, so that
  /// a foreign symbol beside ours does no harm.
  static func texts(in answer: [UInt8]) throws(PrintingError) -> [String] {
    guard answer.isEmpty || answer.last == UInt8(ascii: "\n") else { throw .readerTalksNonsense }
    var texts: [String] = []
    for line in answer.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      texts.append(String(decoding: try bytes(line), as: UTF8.self))
    }
    return texts
  }

  private static func bytes(_ line: ArraySlice<UInt8>) throws(PrintingError) -> [UInt8] {
    guard line.count % 2 == 0 else { throw .readerTalksNonsense }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in line {
      guard let value = value(digit) else { throw .readerTalksNonsense }
      if let first = high { bytes.append(first << 4 | value) }
      high = high == nil ? value : nil
    }
    return bytes
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
