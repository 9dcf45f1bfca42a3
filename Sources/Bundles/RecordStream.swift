import Slip

/// Takes the unpacked body in pieces of any length and hands out its records; never more in memory than one record.
///
///     var records = RecordStream(head)
///     try records.take(piece) { record, bytes in … }
///     try records.finish()
package struct RecordStream {
  private let head: BundleHead
  private var rest: [UInt8] = []
  private var length = 0
  /// Records handed out.
  package private(set) var count = 0

  package init(_ head: BundleHead) {
    self.head = head
  }

  /// - Parameter give: takes a record, and its one encoding.
  /// - Throws: ``BundleFault`` as soon as more comes than the head says, or a record is not what it must be; and whatever
  ///   `give` throws.
  package mutating func take(_ piece: [UInt8], _ give: (BundleRecord, _ bytes: [UInt8]) throws -> Void) throws {
    length += piece.count
    guard length <= head.unpackedLength else {
      throw BundleFault.unpackedLength(expected: head.unpackedLength, found: length)
    }
    rest += piece
    var start = 0
    while rest.count - start >= 4 {
      let size = BigEndian.number(rest[start..<start + 4])
      guard (1...BundleLimits.record).contains(size) else {
        throw BundleFault.recordLength(record: count + 1, bytes: size)
      }
      guard rest.count - start - 4 >= size else { break }
      count += 1
      guard count <= head.recordCount else {
        throw BundleFault.recordCount(expected: head.recordCount, found: count)
      }
      let bytes = Array(rest[start + 4..<start + 4 + size])
      try give(try BundleRecord(decoding: bytes, number: count), bytes)
      start += 4 + size
    }
    rest.removeFirst(start)
  }

  /// - Throws: ``BundleFault`` where less came than the head says.
  package func finish() throws(BundleFault) {
    guard length == head.unpackedLength else { throw .unpackedLength(expected: head.unpackedLength, found: length) }
    guard rest.isEmpty else { throw .recordForm(record: count + 1) }
    guard count == head.recordCount else { throw .recordCount(expected: head.recordCount, found: count) }
  }
}
