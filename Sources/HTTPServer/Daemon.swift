import CMicrohttpd
import Glibc
import Web

/// A running libmicrohttpd with its one event thread, which gets its connections from the ``Doorkeeper``.
///
/// Whoever holds it calls ``stop()`` once.
final class Daemon: Sendable {
  private nonisolated(unsafe) let handle: OpaquePointer
  private let reception: Unmanaged<Reception>
  private let texts: TLSTexts?

  init(for reception: Reception) throws(HTTPServerError) {
    let context = Unmanaged.passRetained(reception)
    let texts = reception.limits.tls.map { TLSTexts($0) }
    var options = Self.options(reception.limits, context.toOpaque()) + Self.options(texts)
    options.append(Self.number(.END, 0))
    let flags = Self.flags | (texts == nil ? 0 : MHD_USE_TLS.rawValue)
    let handle = options.withUnsafeMutableBufferPointer { options -> OpaquePointer? in
      guard let list = options.baseAddress else { return nil }
      return withVaList([MHD_OPTION.ARRAY.rawValue, OpaquePointer(list), MHD_OPTION.END.rawValue]) {
        MHD_start_daemon_va(flags, 0, nil, nil, Callbacks.request, context.toOpaque(), $0)
      }
    }
    guard let handle else {
      let code = errno
      context.release()
      throw texts == nil ? .libraryRefused(code: code) : .certificateRefused
    }
    self.handle = handle
    self.reception = context
    self.texts = texts
  }

  private static let flags =
    MHD_USE_EPOLL_INTERNAL_THREAD.rawValue | MHD_USE_ITC.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
    | MHD_USE_NO_LISTEN_SOCKET.rawValue

  /// Takes a connected socket over; one that is beyond a limit is closed.
  func add(_ connection: Int32, from peer: inout SocketAddress) {
    // What cannot be added is closed by libmicrohttpd; there is nobody to tell.
    _ = peer.withPointer { MHD_add_connection(handle, connection, $0, $1) }
  }

  /// Ends the event thread and closes every connection. None may be suspended: the process would be aborted.
  func stop() {
    MHD_stop_daemon(handle)
    reception.release()
  }

  private static func options(
    _ limits: Configuration, _ context: UnsafeMutableRawPointer
  ) -> [MHD_OptionItem] {
    // A daemon's share of the connections, rounded up.
    let share = limits.eventThreads - 1
    var options = [
      // Refuses HTTP/1.1 without Host and stray spaces before we see them.
      number(.STRICT_FOR_CLIENT, 1),
      number(.CONNECTION_LIMIT, max(1, (limits.connectionLimit + share) / limits.eventThreads)),
      number(.CONNECTION_TIMEOUT, max(limits.idleSeconds, 1)),
      number(.CONNECTION_MEMORY_LIMIT, limits.connectionMemory),
      callback(.URI_LOG_CALLBACK, unsafeBitCast(Callbacks.requestLine, to: Int.self), context),
      callback(.NOTIFY_CONNECTION, unsafeBitCast(Callbacks.connection, to: Int.self), context),
      callback(.NOTIFY_COMPLETED, unsafeBitCast(Callbacks.completion, to: Int.self), context),
    ]
    if limits.perAddressLimit > 0 {
      options.append(number(.PER_IP_CONNECTION_LIMIT, (limits.perAddressLimit + share) / limits.eventThreads))
    }
    return options
  }

  private static func options(_ texts: TLSTexts?) -> [MHD_OptionItem] {
    guard let texts else { return [] }
    return [
      MHD_OptionItem(option: .HTTPS_MEM_CERT, value: 0, ptr_value: texts.certificateChainPointer),
      MHD_OptionItem(option: .HTTPS_MEM_KEY, value: 0, ptr_value: texts.keyPointer),
      MHD_OptionItem(option: .HTTPS_PRIORITIES, value: 0, ptr_value: texts.prioritiesPointer),
    ]
  }

  private static func number(_ option: MHD_OPTION, _ value: Int) -> MHD_OptionItem {
    MHD_OptionItem(option: option, value: value, ptr_value: nil)
  }

  private static func callback(
    _ option: MHD_OPTION, _ function: Int, _ context: UnsafeMutableRawPointer
  ) -> MHD_OptionItem {
    MHD_OptionItem(option: option, value: function, ptr_value: context)
  }
}
