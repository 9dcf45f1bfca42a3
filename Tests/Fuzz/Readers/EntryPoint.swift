import Glibc

/// The reader that `READER` names, looked up once.
private let reader: @Sendable ([UInt8]) -> Void = {
  let name = getenv("READER").map { String(cString: $0) } ?? ""
  guard let reader = readers[name] else {
    print("READER names none of: \(readers.keys.sorted().joined(separator: " "))")
    exit(2)
  }
  return reader
}()

/// Called by libFuzzer for every input. A trap, a property that does not hold, too much time or memory is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  reader(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// libFuzzer's own loop, with its options.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM gives every program's entry this name and makes `main` of it.
@_cdecl("Readers_main")
public func readersMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { testOneInput($0, $1) }
}

/// What must hold whatever the bytes are.
func hold(_ property: Bool, _ words: String) {
  if !property { fatalError(words) }
}
