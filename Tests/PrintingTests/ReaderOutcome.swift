import Testing

@testable import Printing

/// What the real `sathach-symbols` makes of these bytes.
func outcome(of picture: [UInt8]) throws -> Result<[String], PrintingError> {
  let program = try World.readerProgram()
  do throws(PrintingError) {
    var reader = try ReaderProcess(program: program, timeLimit: .seconds(5))
    try reader.send(picture)
    return .success(try SymbolReadBack.texts(in: reader.answer(atMost: 100_000)))
  } catch {
    return .failure(error)
  }
}
