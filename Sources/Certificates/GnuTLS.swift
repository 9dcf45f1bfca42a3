import CGnuTLS

/// Calls into GnuTLS whose failure is an error, and its memory turned into ours.
enum GnuTLS {
  static func check(_ call: String, _ code: Int32) throws(CertificatesError) {
    guard code < 0 else { return }
    throw .library(call: call, reason: gnutls_strerror(code).map { String(cString: $0) } ?? "error \(code)")
  }

  /// Lends bytes for one call; GnuTLS copies what it keeps.
  static func lending<Result>(_ bytes: [UInt8], _ body: (UnsafePointer<gnutls_datum_t>) -> Result) -> Result {
    var bytes = bytes
    return bytes.withUnsafeMutableBufferPointer { room in
      var datum = gnutls_datum_t(data: room.baseAddress, size: UInt32(clamping: room.count))
      return body(&datum)
    }
  }

  /// Takes what `call` allocates.
  static func taking(
    _ name: String, _ call: (UnsafeMutablePointer<gnutls_datum_t>) -> Int32
  ) throws(CertificatesError) -> [UInt8] {
    var datum = gnutls_datum_t(data: nil, size: 0)
    try check(name, call(&datum))
    defer { sathach_gnutls_free(datum.data) }
    return Array(UnsafeBufferPointer(start: datum.data, count: Int(datum.size)))
  }

  /// Fills a buffer of `most` bytes; nil where there is nothing, or more than that.
  static func filling(_ most: Int, _ call: (UnsafeMutablePointer<UInt8>?, inout Int) -> Int32) -> [UInt8]? {
    var room = [UInt8](repeating: 0, count: most)
    var size = most
    let code = room.withUnsafeMutableBufferPointer { call($0.baseAddress, &size) }
    return code >= 0 && (0...most).contains(size) ? Array(room.prefix(size)) : nil
  }
}
