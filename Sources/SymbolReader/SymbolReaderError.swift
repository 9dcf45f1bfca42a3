/// Why a picture gave no answer.
enum SymbolReaderError: Error, Hashable {
  case tooLong(limit: Int)
  /// Not `P5`, two sizes and the depth 255, parted by white space.
  case noHeader
  case sizeOutOfRange(limit: Int)
  /// The grey values are fewer or more than width times height.
  case wrongLength(expected: Int, found: Int)
  /// libzbar gave up, most likely for want of memory.
  case notScanned
  case cannotRead(code: Int32)
  case cannotWrite(code: Int32)

  /// 2 where the picture is at fault, 3 where the system is.
  var status: Int32 {
    switch self {
    case .tooLong, .noHeader, .sizeOutOfRange, .wrongLength: 2
    case .notScanned, .cannotRead, .cannotWrite: 3
    }
  }

  var message: String {
    switch self {
    case .tooLong(let limit): "picture longer than \(limit) bytes"
    case .noHeader: "not a binary PGM with the depth 255"
    case .sizeOutOfRange(let limit): "width and height must be 1 to \(limit)"
    case .wrongLength(let expected, let found): "expected \(expected) grey values, found \(found)"
    case .notScanned: "libzbar could not scan the picture"
    case .cannotRead(let code): "cannot read standard input, errno \(code)"
    case .cannotWrite(let code): "cannot write standard output, errno \(code)"
    }
  }
}
