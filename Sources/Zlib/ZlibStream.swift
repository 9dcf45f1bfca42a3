import CZlib

/// What a stream is refused for.
package enum ZlibFault: Error, Equatable {
  /// By zlib's own number.
  case refused(code: Int32)
  /// Bytes after the stream's end.
  case trailing
}

/// One zlib stream in one direction, over pieces of any length. zlib keeps the address of its state, so that stands on the
/// heap.
package final class ZlibStream {
  package enum Direction {
    case pack
    /// For what is slower to write than to make, and where there is other work to do.
    case packFast
    case unpack
  }

  package static let pieceLength = 1 << 16
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let direction: Direction
  /// The stream's own end was seen.
  package private(set) var isAtEnd = false

  package init(_ direction: Direction) throws(ZlibFault) {
    self.direction = direction
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    let code =
      switch direction {
      case .pack: deflateInit_(stream, Z_DEFAULT_COMPRESSION, ZLIB_VERSION, size)
      case .packFast: deflateInit_(stream, Z_BEST_SPEED, ZLIB_VERSION, size)
      case .unpack: inflateInit_(stream, ZLIB_VERSION, size)
      }
    guard code == Z_OK else { throw .refused(code: code) }
  }

  deinit {
    switch direction {
    case .pack, .packFast: deflateEnd(stream)
    case .unpack: inflateEnd(stream)
    }
    stream.deallocate()
  }

  /// Takes all of `bytes` and hands on what comes of it, in pieces of ``pieceLength`` at most: a stream that swells is seen
  /// piece by piece.
  ///
  /// - Throws: ``ZlibFault``, and whatever `give` throws.
  package func take(_ bytes: [UInt8], isLast: Bool = false, _ give: ([UInt8]) throws -> Void) throws {
    guard !isAtEnd || bytes.isEmpty else { throw ZlibFault.trailing }
    var bytes = bytes
    try bytes.withUnsafeMutableBufferPointer { input in
      stream.pointee.next_in = input.baseAddress
      stream.pointee.avail_in = uInt(input.count)
      var piece = [UInt8](repeating: 0, count: Self.pieceLength)
      repeat {
        let made = try run(isLast, into: &piece)
        if made > 0 { try give(Array(piece.prefix(made))) }
      } while stream.pointee.avail_out == 0 && !isAtEnd
      guard stream.pointee.avail_in == 0 else {
        throw isAtEnd ? ZlibFault.trailing : ZlibFault.refused(code: Z_BUF_ERROR)
      }
    }
  }

  private func run(_ isLast: Bool, into piece: inout [UInt8]) throws(ZlibFault) -> Int {
    let room = piece.count
    let code = piece.withUnsafeMutableBufferPointer { output in
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = uInt(room)
      return switch direction {
      case .pack, .packFast: deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
      case .unpack: inflate(stream, Z_NO_FLUSH)
      }
    }
    isAtEnd = code == Z_STREAM_END
    // No progress is no fault: there was nothing to take.
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(code) else { throw .refused(code: code) }
    return room - Int(stream.pointee.avail_out)
  }
}
