import CMicrohttpd
import Glibc

/// The four functions libmicrohttpd calls on its event threads. Each only turns pointers back into values; the two
/// kinds of context are a ``Reception`` for the server and a ``Conversation`` for the connection.
enum Callbacks {
  static let connection: MHD_NotifyConnectionCallback = { @Sendable server, connection, context, moment in
    guard let server, let connection, let context else { return }
    let reception = Unmanaged<Reception>.fromOpaque(server).takeUnretainedValue()
    switch moment {
    case .CONNECTION_NOTIFY_STARTED:
      let peer = SocketAddress.figures(of: sathach_peer(connection))
      let conversation = Conversation(socket: sathach_socket(connection), peer: peer, limits: reception.limits)
      context.pointee = Unmanaged.passRetained(conversation).toOpaque()
      reception.connections.add(conversation)
    case .CONNECTION_NOTIFY_CLOSED:
      guard let pointer = context.pointee else { return }
      reception.connections.remove(Unmanaged<Conversation>.fromOpaque(pointer).takeRetainedValue())
      context.pointee = nil
    }
  }

  typealias RequestLine =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?) -> UnsafeMutableRawPointer?

  /// Sees the target before it is unescaped. What it returns becomes the request's context.
  static let requestLine: RequestLine = { @Sendable _, target, connection in
    guard let target, let connection, let context = sathach_socket_context(connection) else { return nil }
    let conversation = Unmanaged<Conversation>.fromOpaque(context).takeUnretainedValue()
    conversation.begin(UnsafeRawBufferPointer(start: target, count: strlen(target)))
    return context
  }

  static let request: MHD_AccessHandlerCallback = {
    @Sendable server, connection, _, method, version, piece, size, context in
    guard let server, let connection, let method, let version, let size, let pointer = context?.pointee
    else { return .NO }
    let reception = Unmanaged<Reception>.fromOpaque(server).takeUnretainedValue()
    let conversation = Unmanaged<Conversation>.fromOpaque(pointer).takeUnretainedValue()
    let taken = UnsafeRawBufferPointer(start: piece, count: piece == nil ? 0 : size.pointee)
    let head = RequestHead(connection: connection, method: method, version: version)
    defer { size.pointee = 0 }
    return reception.step(conversation, head, taken)
  }

  static let completion: MHD_RequestCompletedCallback = { @Sendable _, _, context, _ in
    guard let pointer = context?.pointee else { return }
    Unmanaged<Conversation>.fromOpaque(pointer).takeUnretainedValue().end()
    context?.pointee = nil
  }
}
