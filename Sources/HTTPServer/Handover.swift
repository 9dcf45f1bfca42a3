import CMicrohttpd
import Web

/// Where a request stands that waits for an answer from another thread.
enum Handover {
  case none
  /// The connection is suspended until someone answers request `number` of it.
  case waiting(number: Int, Suspended)
  case answered(Response)
  /// The server stops: nothing may wait any more.
  case shut

  /// A suspended connection: stays valid until it is resumed.
  struct Suspended: @unchecked Sendable {
    let connection: OpaquePointer
  }
}

/// Suspending and resuming happen inside the lock. Otherwise a stop could come between an answer and its resume, and
/// libmicrohttpd aborts the process when it is stopped with a suspended connection.
extension Conversation {
  /// Takes the connection out of the event loop; false where the server is stopping.
  func suspend(_ connection: OpaquePointer) -> Bool {
    handover.withLock { handover in
      if case .shut = handover { return false }
      handover = .waiting(number: number, Handover.Suspended(connection: connection))
      MHD_suspend_connection(connection)
      return true
    }
  }

  /// Stores the answer to request `number` and wakes the connection. An answer too many, or too late, changes nothing.
  func answer(_ response: Response, to number: Int) {
    handover.withLock { handover in
      guard case .waiting(number, let suspended) = handover else { return }
      handover = .answered(response)
      MHD_resume_connection(suspended.connection)
    }
  }

  /// The stored answer, once; nil where the server stopped before there was one.
  func takeAnswer() -> Response? {
    handover.withLock { handover in
      guard case .answered(let response) = handover else { return nil }
      handover = .none
      return response
    }
  }

  func shut() {
    handover.withLock { handover in
      switch handover {
      case .waiting(_, let suspended):
        handover = .shut
        MHD_resume_connection(suspended.connection)
      case .none: handover = .shut
      case .answered, .shut: break
      }
    }
  }
}
