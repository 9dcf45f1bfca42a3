/// One item's head, and where its content and the item after it are.
struct CBORToken: Sendable {
  let major: UInt8
  /// The value of a whole number, the length of a string, the count of an array or map.
  let number: UInt64
  /// The first byte after the head.
  let content: Int
  /// The token after the item and all that is in it.
  var next: Int
}

/// Bytes that are one item of ``CBOR`` in its deterministic form, held against all its rules, with no value made yet: of large
/// records most is only looked through.
///
/// Items are named by their place in the document: the whole is at ``root``, what is in it follows.
package final class CBORDocument: Sendable {
  package static let root = 0

  private let bytes: [UInt8]
  private let tokens: [CBORToken]

  package init(_ bytes: [UInt8], atMost limit: Int) throws(SlipError) {
    guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
    self.bytes = bytes
    let read: Result<[CBORToken], SlipError> = bytes.withUnsafeBufferPointer { bytes in
      var reader = CBORReader(bytes)
      do throws(SlipError) {
        try reader.item(depth: 1)
      } catch {
        return .failure(error)
      }
      return reader.remaining == 0 ? .success(reader.tokens) : .failure(.trailingBytes(reader.remaining))
    }
    tokens = try read.get()
  }

  private func content(at place: Int) -> ArraySlice<UInt8> {
    let token = tokens[place]
    return bytes[token.content..<token.content + Int(token.number)]
  }

  /// The integer, if it is one and fits.
  package func integer(at place: Int) -> Int? {
    let token = tokens[place]
    switch token.major {
    case 0: return Int(exactly: token.number)
    case 1: return Int(exactly: token.number).map { -1 - $0 }
    default: return nil
    }
  }

  package func byteString(at place: Int) -> [UInt8]? { tokens[place].major == 2 ? Array(content(at: place)) : nil }

  package func string(at place: Int) -> String? {
    let token = tokens[place]
    guard token.major == 3 else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      String(
        decoding: UnsafeBufferPointer(rebasing: bytes[token.content..<token.content + Int(token.number)]), as: UTF8.self
      )
    }
  }

  /// How many items an array has; nil for anything else.
  package func count(at place: Int) -> Int? { tokens[place].major == 4 ? Int(tokens[place].number) : nil }

  /// Where the item of an array is, from 0 to its count − 1.
  package func item(_ index: Int, at place: Int) -> Int {
    var item = place + 1
    for _ in 0..<index { item = tokens[item].next }
    return item
  }

  /// Where the next item of the same array is.
  package func next(after place: Int) -> Int { tokens[place].next }

  package func value(at place: Int) -> CBOR {
    let token = tokens[place]
    switch token.major {
    case 0: return .unsigned(token.number)
    case 1: return .negative(token.number)
    case 2: return .bytes(Array(content(at: place)))
    case 3: return .text(string(at: place) ?? "")
    case 4: return .array(values(in: place))
    default:
      let values = values(in: place)
      return .map(stride(from: 0, to: values.count - 1, by: 2).map { CBOR.Entry(values[$0], values[$0 + 1]) })
    }
  }

  private func values(in place: Int) -> [CBOR] {
    var values: [CBOR] = []
    var item = place + 1
    while item < tokens[place].next {
      values.append(value(at: item))
      item = tokens[item].next
    }
    return values
  }
}
