import CMicrohttpd
import Glibc

/// A bound, listening TCP socket, opened here rather than by libmicrohttpd because its failures then have reasons.
struct ListeningSocket {
  let descriptor: Int32
  let port: UInt16

  init(address: String, port: UInt16) throws(HTTPServerError) {
    var target = try SocketAddress(address, port: port)
    let descriptor = socket(target.family, Int32(SOCK_STREAM.rawValue) | Self.openFlags, 0)
    guard descriptor >= 0 else { throw .noSocket(code: errno) }
    guard Self.listen(on: descriptor, at: &target) else {
      let code = errno
      close(descriptor)
      throw Self.error(code, address: address, port: port)
    }
    self.descriptor = descriptor
    self.port = target.boundPort(of: descriptor)
  }

  private static let openFlags = Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)

  /// Address reuse lets a restarted server take its port at once; two listening servers still exclude each other.
  private static func listen(on descriptor: Int32, at target: inout SocketAddress) -> Bool {
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let bound = target.withPointer { address, size in bind(descriptor, address, size) }
    return bound == 0 && Glibc.listen(descriptor, SOMAXCONN) == 0
  }

  private static func error(_ code: Int32, address: String, port: UInt16) -> HTTPServerError {
    switch code {
    case EADDRINUSE: .portInUse(address: address, port: port)
    case EACCES: .portForbidden(port)
    case EADDRNOTAVAIL, EINVAL: .addressNotUsable(address, code: code)
    default: .noSocket(code: code)
    }
  }
}

/// An IPv4 or IPv6 address with its port, in the system's form.
struct SocketAddress {
  private var storage = sockaddr_storage()
  private var size: socklen_t

  var family: Int32 { Int32(storage.ss_family) }

  /// Room for any address.
  init() {
    size = socklen_t(MemoryLayout<sockaddr_storage>.size)
  }

  init(_ address: String, port: UInt16) throws(HTTPServerError) {
    var four = sockaddr_in()
    var six = sockaddr_in6()
    if inet_pton(AF_INET, address, &four.sin_addr) == 1 {
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = port.bigEndian
      size = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: four, as: sockaddr_in.self) }
    } else if inet_pton(AF_INET6, address, &six.sin6_addr) == 1 {
      six.sin6_family = sa_family_t(AF_INET6)
      six.sin6_port = port.bigEndian
      size = socklen_t(MemoryLayout<sockaddr_in6>.size)
      withUnsafeMutableBytes(of: &storage) { $0.storeBytes(of: six, as: sockaddr_in6.self) }
    } else {
      throw .addressNotUsable(address, code: EINVAL)
    }
  }

  mutating func withPointer<Result>(_ body: (UnsafeMutablePointer<sockaddr>, socklen_t) -> Result) -> Result {
    let size = size
    return withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, size) }
    }
  }

  /// Becomes the address of whoever waits longest at a listening socket.
  /// - Returns: the connected socket, or -1.
  mutating func accept(from listening: Int32) -> Int32 {
    var room = size
    let connected = withPointer { address, _ in sathach_accept(listening, address, &room) }
    size = room
    return connected
  }

  /// The port `descriptor` was bound to, which differs from the asked one where that was 0.
  mutating func boundPort(of descriptor: Int32) -> UInt16 {
    _ = withPointer { address, size in
      var size = size
      return getsockname(descriptor, address, &size)
    }
    // The port stands at the same place in both families.
    return withUnsafeBytes(of: &storage) { UInt16(bigEndian: $0.load(fromByteOffset: 2, as: UInt16.self)) }
  }

  /// The address of `peer` in figures, an IPv4 address that came over an IPv6 socket in its IPv4 form.
  static func figures(of peer: UnsafePointer<sockaddr>?) -> String {
    guard let peer else { return "" }
    let raw = UnsafeRawPointer(peer)
    let family = Int32(peer.pointee.sa_family)
    let offset = family == AF_INET6 ? MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) : 4
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { room -> String in
      guard let start = room.baseAddress,
        inet_ntop(family, raw + (offset ?? 0), start, socklen_t(room.count)) != nil
      else { return "" }
      return String(cString: start)
    }
    let mapped = "::ffff:"
    return text.hasPrefix(mapped) && text.contains(".") ? String(text.dropFirst(mapped.count)) : text
  }
}
