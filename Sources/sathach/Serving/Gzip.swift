import CZlib

/// Packs what browsers load beside pages; done once, when the program starts.
enum Gzip {
  /// In the gzip format; nil where zlib refuses, and the file is served as it is.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 31: the largest window, in the gzip format rather than zlib's own.
    let version = ZLIB_VERSION, size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY, version, size) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var source = bytes
    var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
    let isDone = source.withUnsafeMutableBufferPointer { source in
      packed.withUnsafeMutableBufferPointer { room in
        stream.next_in = source.baseAddress
        stream.avail_in = uInt(source.count)
        stream.next_out = room.baseAddress
        stream.avail_out = uInt(room.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END
      }
    }
    guard isDone else { return nil }
    packed.removeLast(packed.count - Int(stream.total_out))
    return packed
  }
}
