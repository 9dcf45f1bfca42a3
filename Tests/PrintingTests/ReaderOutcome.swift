import Children
import Testing

@testable import Printing

/// What the real `sathach-symbols` makes of these bytes.
func outcome(of picture: [UInt8]) throws -> Result<[String], PrintingError> {
  let program = try World.readerProgram()
  do throws(PrintingError) {
    let answer = try ChildProcess.answer(to: picture, of: program, atMost: 100_000, within: .seconds(5))
    return .success(try SymbolReadBack.texts(in: answer))
  } catch {
    return .failure(error)
  }
}
