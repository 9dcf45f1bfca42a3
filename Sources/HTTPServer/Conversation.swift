import CMicrohttpd
import Glibc
import Web

/// One client connection and the request it is at; requests of a connection come one after the other.
///
/// `pace` and `handover` are shared between threads. Everything else belongs to the event thread that accepted the
/// connection and keeps it to its end, which is why the class may call itself Sendable.
final class Conversation: @unchecked Sendable {
  enum Stage {
    case awaitingHead
    case collectingBody
    case handedOver
    /// An answer is queued; what is left of the request is thrown away.
    case answered
  }

  let socket: Int32
  let peer: String
  let pace: Pace
  let handover = Locked(Handover.none)
  let limits: Configuration

  var stage = Stage.awaitingHead
  var request = Conversation.blank
  var targetLength = 0
  var targetRefusal: Refusal?
  /// Bytes of body this request may have.
  var bodyRoom: Int
  var bodyIsTooLarge = false
  /// Where the body goes, for targets whose bodies are not held in memory.
  var bodyFile: BodyFile?
  /// Tells the requests of one connection apart, so that an answer given twice never reaches the next request.
  var number = 0

  static let blank = Request(.get, "", host: "", peer: "")

  init(socket: Int32, peer: String, limits: Configuration) {
    self.socket = socket
    self.peer = peer
    self.limits = limits
    bodyRoom = limits.bodyLimit
    pace = Pace(waitingUntil: Pace.now + limits.deadlineSeconds * 1000)
  }

  /// A request line has come. `target` is only good during this call: libmicrohttpd unescapes it in place afterwards.
  func begin(_ target: UnsafeRawBufferPointer) {
    _ = pace.startReading(until: Pace.now + limits.deadlineSeconds * 1000)
    stage = .awaitingHead
    targetLength = target.count
    targetRefusal = RequestTarget.refusal(of: target)
    request.target = targetRefusal == nil ? String(decoding: target, as: UTF8.self) : ""
  }

  /// Once the head is read.
  func openBodyFile() {
    guard let path = limits.bodyFile(request.target) else { return }
    bodyFile = BodyFile(path: path)
    request.bodyFile = path
  }

  func collect(_ piece: UnsafeRawBufferPointer) {
    // Nothing can be answered amid an upload, so the rest is read and dropped; the deadline ends it.
    if (bodyFile?.count ?? request.body.count) + piece.count > bodyRoom { bodyIsTooLarge = true }
    guard !bodyIsTooLarge else { return }
    if let bodyFile { bodyFile.append(piece) } else { request.body.append(contentsOf: piece) }
  }

  /// The request is over, answered or broken off; nothing of it stays in memory.
  func end() {
    let wait = (limits.idleSeconds + limits.deadlineSeconds) * 1000
    _ = pace.move(to: .waiting, until: Pace.now + wait)
    request = Conversation.blank
    bodyIsTooLarge = false
    bodyFile = nil
    bodyRoom = limits.bodyLimit
    number &+= 1
    stage = .awaitingHead
  }

  /// Called by the doorkeeper. A client in mid-request is told why; an idle one is not, since browsers open connections in
  /// advance and would show an answer nobody asked for.
  func cutIfOverdue(at now: Pace.Instant) {
    guard let phase = pace.cut(at: now) else { return }
    // Amid an encrypted connection plain bytes would only be noise.
    if phase == .reading, limits.tls == nil {
      let answer = Refusal.tooSlow.wireForm
      _ = send(socket, answer, answer.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
    }
    shutdown(socket, Int32(SHUT_RDWR))
  }
}
