import CMicrohttpd
import Synchronization
import Web

/// Receives requests piece by piece from the event threads and sees each to its answer.
final class Reception: Sendable {
  let limits: Configuration
  let responder: any Responder
  let connections = OpenConnections()
  /// From now on every answer closes its connection, and no new request is taken.
  let isStopping = Atomic(false)

  init(_ limits: Configuration, _ responder: any Responder) {
    self.limits = limits
    self.responder = responder
  }

  /// One step of a request: libmicrohttpd calls with the head, then with each piece of the body, then with no piece,
  /// and once more after a wait.
  func step(_ conversation: Conversation, _ head: RequestHead, _ piece: UnsafeRawBufferPointer) -> MHD_Result {
    switch conversation.stage {
    case .awaitingHead:
      if let refusal = admit(conversation, head) { return refuse(refusal, conversation, head.connection) }
      if let port = limits.redirectsTo { return redirect(to: port, conversation, head.connection) }
      if conversation.request.method == .post { conversation.openBodyFile() }
      conversation.stage = .collectingBody
      return .YES
    case .collectingBody where !piece.isEmpty:
      conversation.collect(piece)
      return .YES
    case .collectingBody:
      if conversation.bodyIsTooLarge { return refuse(.bodyTooLarge, conversation, head.connection) }
      if conversation.bodyFile?.isWhole == false { return refuse(.noRoom, conversation, head.connection) }
      return answer(conversation, head.connection)
    case .handedOver:
      guard let response = conversation.takeAnswer() else { return refuse(.stopping, conversation, head.connection) }
      return send(response, conversation, head.connection)
    case .answered:
      return .YES
    }
  }

  private func admit(_ conversation: Conversation, _ head: RequestHead) -> Refusal? {
    if isStopping.load(ordering: .relaxed) { return .stopping }
    return head.read(into: conversation)
  }

  private func answer(_ conversation: Conversation, _ connection: OpaquePointer) -> MHD_Result {
    guard conversation.pace.move(to: .working) else { return .NO }
    if let response = responder.answerNow(conversation.request) { return send(response, conversation, connection) }
    let number = conversation.number
    conversation.stage = .handedOver
    guard conversation.suspend(connection) else { return refuse(.stopping, conversation, connection) }
    responder.answerLater(conversation.request) { conversation.answer($0, to: number) }
    return .YES
  }

  /// Before any body, which nobody reads: the connection closes after the answer.
  private func redirect(to port: UInt16, _ conversation: Conversation, _ connection: OpaquePointer) -> MHD_Result {
    guard let response = Redirection.answer(to: conversation.request, port: port) else {
      return refuse(.malformed, conversation, connection)
    }
    return send(response, conversation, connection, closing: true)
  }

  private func refuse(_ refusal: Refusal, _ conversation: Conversation, _ connection: OpaquePointer) -> MHD_Result {
    send(refusal.response, conversation, connection, closing: true)
  }

  /// Sending has its time too: the request's own and a second for each 16 KiB, the slowest line we wait for.
  private func send(
    _ response: Response, _ conversation: Conversation, _ connection: OpaquePointer, closing: Bool = false
  ) -> MHD_Result {
    let time = limits.deadlineSeconds * 1000 + response.body.count / 16
    guard conversation.pace.move(to: .sending, until: Pace.now + time) else { return .NO }
    conversation.stage = .answered
    let closing = closing || isStopping.load(ordering: .relaxed)
    return ResponseWriter.queue(response, on: connection, closing: closing)
  }
}
