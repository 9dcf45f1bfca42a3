import Children

extension ChildProcess {
  /// All that a program says to these bytes; it must end well.
  static func answer(
    to input: [UInt8], of program: String, _ arguments: [String] = [], environment: [String] = [], atMost limit: Int,
    within timeLimit: Duration
  ) throws(PrintingError) -> [UInt8] {
    do throws(ChildFault) {
      var child = try ChildProcess(
        program: program, arguments: arguments, environment: environment, timeLimit: timeLimit)
      try child.send(input)
      return try child.answer(atMost: limit)
    } catch {
      throw .child(error)
    }
  }
}
