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

/// What must hold whatever the bytes are.
func hold(_ property: Bool, _ words: String) {
  if !property { fatalError(words) }
}
