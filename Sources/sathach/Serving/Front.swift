import Synchronization
import UseCases
import Web

/// Whoever answers before, and in place of, the site: listens from the first moment, and says on the screen why there are
/// no pages yet. Forms that come while the box only starts are kept and answered once it serves.
final class Front: Responder {
  private final class Site: Sendable {
    let responder: any Responder

    init(_ responder: any Responder) {
      self.responder = responder
    }
  }

  private struct Held {
    let request: Request
    let answer: @Sendable (Response) -> Void
  }

  private struct Standing {
    var outage = Outage.starting
    var officeName = ""
    var held: [Held] = []
  }

  /// More are told to wait.
  private static let mostHeld = 64

  private let site = AtomicLazyReference<Site>()
  private let standing = Mutex(Standing())
  /// The site goes on with the same: making them takes a fifth of a start.
  let assets: Assets

  init(assets: Assets) {
    self.assets = assets
  }

  var isServing: Bool { site.load() != nil }

  /// From now on the site answers, also what was kept.
  func serve(_ responder: any Responder) {
    let site = site.storeIfNil(Site(responder))
    for held in release() {
      if let response = site.responder.answerNow(held.request) {
        held.answer(response)
      } else {
        site.responder.answerLater(held.request, answer: held.answer)
      }
    }
  }

  /// From now on every page is this one.
  func stand(_ outage: Outage, officeName: String? = nil) {
    standing.withLock {
      $0.outage = outage
      if let officeName { $0.officeName = officeName }
    }
    guard !outage.isWaiting || outage == .rebuilding else { return }
    for held in release() { held.answer(page(held.request)) }
  }

  func answerNow(_ request: Request) -> Response? {
    if let site = site.load() { return site.responder.answerNow(request) }
    if case .asset(let name)? = Route(path: request.path), let file = assets.file(name) { return file }
    if request.path == Route.health.path { return HealthText(standing.withLock { $0.outage }).response }
    return request.method == .post && mayHold ? nil : page(request)
  }

  func answerLater(_ request: Request, answer: @escaping @Sendable (Response) -> Void) {
    let isHeld = standing.withLock { standing in
      guard site.load() == nil, standing.held.count < Self.mostHeld, Self.passesSoon(standing.outage) else {
        return false
      }
      standing.held.append(Held(request: request, answer: answer))
      return true
    }
    if isHeld { return }
    guard let site = site.load() else { return answer(page(request)) }
    site.responder.answerLater(request, answer: answer)
  }

  private var mayHold: Bool {
    standing.withLock { $0.held.count < Self.mostHeld && Self.passesSoon($0.outage) }
  }

  private static func passesSoon(_ outage: Outage) -> Bool {
    outage == .starting || outage == .checking
  }

  private func release() -> [Held] {
    standing.withLock { standing in
      defer { standing.held = [] }
      return standing.held
    }
  }

  private func page(_ request: Request) -> Response {
    let (outage, officeName) = standing.withLock { ($0.outage, $0.officeName) }
    return OutagePage.answer(to: request, outage, assets: assets, officeName: officeName)
  }
}
