/// Every connection libmicrohttpd holds, by socket.
///
/// An entry leaves before its socket is closed, so whoever acts on a socket under this lock never meets a reused
/// number.
final class OpenConnections: Sendable {
  private struct Table {
    var bySocket: [Int32: Conversation] = [:]
    var isShut = false
  }

  private let table = Locked(Table())

  func add(_ conversation: Conversation) {
    let isShut = table.withLock { table in
      table.bySocket[conversation.socket] = conversation
      return table.isShut
    }
    // Accepted while the server was already stopping.
    if isShut { conversation.shut() }
  }

  func remove(_ conversation: Conversation) {
    table.withLock { _ = $0.bySocket.removeValue(forKey: conversation.socket) }
  }

  var hasBusy: Bool {
    table.withLock { $0.bySocket.values.contains { $0.pace.isBusy } }
  }

  /// Ends every connection whose time is over.
  func cutOverdue(at now: Pace.Instant) {
    table.withLock { table in
      for conversation in table.bySocket.values { conversation.cutIfOverdue(at: now) }
    }
  }

  /// Wakes all requests that wait for an answer; from now on none can wait.
  func shutAll() {
    let open = table.withLock { table in
      table.isShut = true
      return Array(table.bySocket.values)
    }
    for conversation in open { conversation.shut() }
  }
}
