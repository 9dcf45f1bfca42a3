import Assessment
import UseCases

extension Site {
  func bundles(_ visit: inout Visit) throws -> Response {
    let state = visit.kiosk.bundles.state()
    let page = BundlePage(
      state: state, waiting: try visit.kiosk.waitingForProvince(after: state.last?.lastEvent ?? 0),
      token: try visit.tokenField())
    return visit.page(page.page)
  }

  /// Only asks: the bundle is made beside. What keeps it from being made stands on the page that follows.
  func requestBundle(_ visit: inout Visit) throws -> Response {
    _ = visit.kiosk.bundles.request(by: try visit.account())
    return visit.redirect(to: .office(.bundles))
  }
}

struct BundlePage {
  private static let secondsToLookAgain = 5

  let state: BundleState
  let waiting: (count: Int, isMore: Bool)
  let token: Markup

  var page: Page {
    Page(
      BundlePageWording.title, kind: "bundles", scripts: state.isRunning ? ["await.js"] : [],
      styles: ["staff.css", "desk-accounts.css"], refresh: state.isRunning ? Self.secondsToLookAgain : nil,
      state: state.isRunning ? "running" : "resting",
      main: """
        <h1>\(BundlePageWording.title)</h1>
        <p class="lead">\(BundlePageWording.lead)</p>
        \(warning)<section class="panel">
        <dl class="facts">
        \(each: facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
        \(act)</section>

        """)
  }

  private var facts: [(String, String)] {
    let last = state.last.map {
      BundlePageWording.made($0.number, Formatting.dateAndTime($0.at), BackupPageWording.size($0.size))
    }
    return [
      (BundlePageWording.last, last ?? BundlePageWording.never),
      (BundlePageWording.waiting, BundlePageWording.waits(waiting.count, isMore: waiting.isMore)),
      (BundlePageWording.place, state.place ?? BundlePageWording.noPlace),
      (BundlePageWording.handedOn, BundlePageWording.handedOnUpTo(state.handedOn)),
    ]
  }

  private var warning: Markup {
    guard let obstacle = state.obstacle else { return "" }
    return """
      <div class="faults" role="alert">
      <p>\(BundlePageWording.obstacle(obstacle))</p>
      </div>

      """
  }

  private var act: Markup {
    if state.isRunning {
      return """
        <p class="done" role="status">\(BundlePageWording.running)</p>
        <p class="actions"><a class="button" href="\(Route.office(.bundles))">\(BundlePageWording.again)</a></p>

        """
    }
    guard state.place != nil, state.obstacle != .noRecipient else { return "" }
    return """
      <form class="actions" method="post" action="\(Route.office(.bundles))">\(token)
      <button class="button main" type="submit">\(BundlePageWording.now)</button>
      </form>
      <p>\(BundlePageWording.what)</p>

      """
  }
}
