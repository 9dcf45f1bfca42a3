import Synchronization
import UseCases
import Web

/// Which desks' cameras have a picture being looked at. A camera sends more than can be looked at: one picture at a time
/// of each session, and a few in all, so that checks and sheets never wait long behind pictures.
final class CameraTurns: Sendable {
  static let most = 4
  private let busy = Mutex<Set<SessionID>>([])

  typealias Answer = @Sendable (Response) -> Void

  /// - Parameter camera: nil for what is no picture, which needs no turn.
  /// - Returns: the answer that also gives the turn back; nil where there is none to be had.
  func turn(of camera: SessionID?, _ answer: @escaping Answer) -> Answer? {
    guard let camera else { return answer }
    let isFree = busy.withLock { busy in
      busy.count < Self.most && busy.insert(camera).inserted
    }
    guard isFree else { return nil }
    return { response in
      self.busy.withLock { _ = $0.remove(camera) }
      answer(response)
    }
  }
}
