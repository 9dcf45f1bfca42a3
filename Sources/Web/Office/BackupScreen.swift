import Assessment
import UseCases

extension Site {
  func backups(_ visit: inout Visit) throws -> Response {
    let page = BackupPage(
      state: visit.kiosk.backups.state(), now: visit.kiosk.clock.now(), token: try visit.tokenField())
    return visit.page(page.page)
  }

  /// Only asks: the copy is made beside. What keeps it from being made stands on the page that follows.
  func requestBackup(_ visit: inout Visit) throws -> Response {
    _ = visit.kiosk.backups.request()
    return visit.redirect(to: .office(.backups))
  }
}

/// What somebody has to do about backups, in sentences.
struct BackupMarkup {
  let state: BackupState

  var warnings: Markup {
    let sentences = [state.obstacle.map(BackupPageWording.obstacle), missing].compactMap { $0 }
    guard !sentences.isEmpty else { return "" }
    return """
      <div class="faults" role="alert">
      \(each: sentences, { "<p>\($0)</p>\n" })</div>

      """
  }

  private var missing: String? {
    guard case .missing(let since) = state.mirror else { return nil }
    return BackupPageWording.mirrorMissing(Formatting.dateAndTime(since))
  }
}

struct BackupPage {
  private static let secondsToLookAgain = 5

  let state: BackupState
  let now: Moment
  let token: Markup

  var page: Page {
    Page(
      BackupPageWording.title, kind: "backups", scripts: state.isRunning ? ["await.js"] : [],
      styles: ["staff.css", "desk-accounts.css"], refresh: state.isRunning ? Self.secondsToLookAgain : nil,
      state: state.isRunning ? "running" : "resting",
      main: """
        <h1>\(BackupPageWording.title)</h1>
        <p class="lead">\(BackupPageWording.lead)</p>
        \(BackupMarkup(state: state).warnings)\(sameDisk)<div class="columns">
        <section class="panel"><h2>\(BackupPageWording.backups)</h2>
        <dl class="facts">
        \(each: facts, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" })</dl>
        \(act)</section>
        <section class="panel"><h2>\(BackupPageWording.mirror)</h2>
        <p>\(BackupPageWording.mirrorLead)</p>
        \(each: mirror, { "<p>\($0)</p>\n" })</section>
        </div>

        """)
  }

  private var facts: [(String, String)] {
    let last = state.last.map {
      BackupPageWording.made(
        Formatting.dateAndTime($0.at), BackupPageWording.size($0.size), attempts: $0.attempts)
    }
    return [
      (BackupPageWording.last, last ?? BackupPageWording.never),
      (BackupPageWording.next, next),
      (BackupPageWording.place, state.place ?? BackupPageWording.noPlace),
      (BackupPageWording.keep, BackupPageWording.kept(state.keep)),
    ]
  }

  private var next: String {
    guard let next = state.nextAt else { return BackupPageWording.nextNone }
    return next <= now ? BackupPageWording.nextNow : Formatting.dateAndTime(next)
  }

  private var sameDisk: Markup {
    state.isOnSameDisk ? "<p class=\"faults\">\(BackupPageWording.sameDisk)</p>\n" : ""
  }

  private var act: Markup {
    if state.isRunning {
      return """
        <p class="done" role="status">\(BackupPageWording.running)</p>
        <p class="actions"><a class="button" href="\(Route.office(.backups))">\(BackupPageWording.again)</a></p>

        """
    }
    guard state.place != nil, state.obstacle != .noRecoveryKey else { return "" }
    return """
      <form class="actions" method="post" action="\(Route.office(.backups))">\(token)
      <button class="button main" type="submit">\(BackupPageWording.now)</button>
      </form>

      """
  }

  private var mirror: [String] {
    switch state.mirror {
    case .off: [BackupPageWording.mirrorOff]
    case .beginning: [BackupPageWording.mirrorBeginning]
    case .following(let waiting, let writtenAt):
      [BackupPageWording.mirrorWaiting(waiting)]
        + (writtenAt.map { [BackupPageWording.mirrorWritten(Formatting.dateAndTime($0))] } ?? [])
    case .missing: [BackupPageWording.mirrorMissing]
    }
  }
}
