import Assessment
import Synchronization
import UseCases

/// Since when each attempt's page has been on a screen, in memory: see ``Servings``.
final class ServedPages: Servings {
  private struct Serving {
    var start: Int64
    var pending: Int
  }

  private let servings = Mutex<[Attempt.ID: Serving]>([:])

  func serve(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    servings.withLock { servings in
      var serving = servings[attempt] ?? Serving(start: instant, pending: 0)
      serving.pending += Attempt.served(from: serving.start, to: instant)
      serving.start = instant
      servings[attempt] = serving
      return serving.pending
    }
  }

  func take(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    servings.withLock { servings in
      guard let serving = servings.removeValue(forKey: attempt) else { return 0 }
      return serving.pending + Attempt.served(from: serving.start, to: instant)
    }
  }

  func peek(_ attempt: Attempt.ID, at instant: Int64) -> Int {
    servings.withLock { servings in
      guard let serving = servings[attempt] else { return 0 }
      return serving.pending + Attempt.served(from: serving.start, to: instant)
    }
  }
}
