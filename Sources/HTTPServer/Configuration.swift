import Web

/// Where a server listens and how much of the machine its clients may take.
package struct Configuration: Sendable {
  /// An IPv4 or IPv6 address in figures.
  package var address = "127.0.0.1"
  /// 0 takes any free port; ``Server/port`` tells which.
  package var port: UInt16 = 0
  /// Event threads; values outside 1…2 are brought into it, since more gained nothing in measurements.
  package var threads = 1
  /// Connections at once; further ones are closed unanswered.
  package var connectionLimit = 512
  /// Connections at once from one address; 0 sets no limit, which the kiosk's own loopback door needs because all its
  /// pages come from one address.
  package var perAddressLimit = 0
  /// A connection without any traffic for so many seconds is closed.
  package var idleSeconds = 30
  /// Seconds in which a begun request must be complete, however lively it drips.
  package var deadlineSeconds = 20
  /// Bytes of a request body; more is answered 413.
  package var bodyLimit = 64 * 1024
  /// Bytes of a body that a target takes where that is more, for uploads.
  package var room: @Sendable (String) -> Int = { _ in 0 }
  /// The file that takes the body of a post to a target, in place of memory; nil for all that is held in memory. A new path each
  /// time: the file must not be there.
  package var bodyFile: @Sendable (String) -> String? = { _ in nil }
  /// Bytes of request line and headers together; more is answered 431.
  package var headLimit = 8 * 1024

  /// What screens are told a request came in by.
  package var door = Door.kiosk
  /// With it the listener takes encrypted connections only.
  package var tls: TLSFiles?
  /// With it the listener answers every request by leading it to https at this port, whatever is asked for.
  package var redirectsTo: UInt16?

  package init() {}

  var eventThreads: Int { min(max(threads, 1), 2) }

  /// Bytes of libmicrohttpd's memory per connection: the head, its cookies once more, and the answer's headers beside
  /// the longest head. Kept small, as it is wiped after every request.
  var connectionMemory: Int { 2 * min(max(headLimit, 1024), 1 << 20) + 8 * 1024 }
}
