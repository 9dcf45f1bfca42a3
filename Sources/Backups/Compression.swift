import CZlib

/// zlib in one direction, over pieces of any length. zlib keeps the address of its state, so that stands on the heap.
final class Compression {
  enum Direction {
    case deflate
    case inflate
  }

  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let direction: Direction
  private(set) var isAtEnd = false

  init(_ direction: Direction) throws(BackupFault) {
    self.direction = direction
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let code =
      switch direction {
      // The stick is slower than the fastest setting, and the box has other things to do.
      case .deflate: deflateInit_(stream, Z_BEST_SPEED, ZLIB_VERSION, size)
      case .inflate: inflateInit_(stream, ZLIB_VERSION, size)
      }
    guard code == Z_OK else { throw .compression(code: code) }
  }

  deinit {
    switch direction {
    case .deflate: deflateEnd(stream)
    case .inflate: inflateEnd(stream)
    }
    stream.deallocate()
  }

  /// Takes all of `bytes` and hands on what comes of it, in pieces of 256 KiB at most.
  func take(_ bytes: [UInt8], isLast: Bool = false, _ give: ([UInt8]) throws -> Void) throws {
    var bytes = bytes
    try bytes.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = uInt(input.count)
      var piece = [UInt8](repeating: 0, count: 1 << 18)
      repeat {
        let made = try run(isLast, into: &piece)
        if made > 0 { try give(Array(piece.prefix(made))) }
      } while stream.pointee.avail_out == 0 && !isAtEnd
    }
  }

  private func run(_ isLast: Bool, into piece: inout [UInt8]) throws(BackupFault) -> Int {
    let room = piece.count
    let code = piece.withUnsafeMutableBufferPointer { output in
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = uInt(room)
      return direction == .deflate
        ? deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH) : inflate(stream, Z_NO_FLUSH)
    }
    isAtEnd = code == Z_STREAM_END
    // No progress is no fault: there was nothing to take.
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(code) else { throw .compression(code: code) }
    return room - Int(stream.pointee.avail_out)
  }
}
