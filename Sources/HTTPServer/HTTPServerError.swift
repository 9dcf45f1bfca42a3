/// Why a server could not start; `code` is the system's errno.
package enum HTTPServerError: Error, Equatable, Sendable {
  /// Not an IPv4 or IPv6 address in figures, or none of this machine's.
  case addressNotUsable(String, code: Int32)
  case portInUse(address: String, port: UInt16)
  /// Ports under 1024 need a privilege the process lacks.
  case portForbidden(UInt16)
  case noSocket(code: Int32)
  case noThread(code: Int32)
  /// libmicrohttpd gave no reason; most often a limit on threads or open files.
  case libraryRefused(code: Int32)
  /// Certificate and key are no PEM, or do not belong together.
  case certificateRefused
  /// A server starts once in its life.
  case alreadyStarted
}
