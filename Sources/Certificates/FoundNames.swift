import Glibc

/// What this machine can be called by in the office's network, as the system knows it now.
package enum FoundNames {
  /// The machine itself, by any of its three names.
  package static let loopback: [SubjectName] = [
    .localhost, .address([127, 0, 0, 1]), .address([UInt8](repeating: 0, count: 15) + [1]),
  ]

  /// The host name first, where there is one, also in the form that networks without a name server find it by.
  package static func host() -> [SubjectName] {
    var room = [CChar](repeating: 0, count: 256)
    guard gethostname(&room, room.count - 1) == 0 else { return [] }
    let text = String(decoding: room.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard case .host(let name)? = SubjectName(text), name != "localhost" else { return [] }
    return name.contains(".") ? [.host(name)] : [.host(name), .host(name + ".local")]
  }

  /// IPv4 addresses of interfaces that are up. IPv6 addresses change by the day for privacy, and each change would mean
  /// a new certificate; who wants one names it.
  package static func addresses() -> [SubjectName] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var found: [SubjectName] = []
    var next = first
    while let interface = next?.pointee {
      next = interface.ifa_next
      guard interface.ifa_flags & UInt32(IFF_UP) != 0, interface.ifa_flags & UInt32(IFF_LOOPBACK) == 0,
        let address = interface.ifa_addr, Int32(address.pointee.sa_family) == AF_INET
      else { continue }
      let bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { address in
        withUnsafeBytes(of: &address.pointee.sin_addr) { Array($0) }
      }
      if !found.contains(.address(bytes)) { found.append(.address(bytes)) }
    }
    return found
  }
}
