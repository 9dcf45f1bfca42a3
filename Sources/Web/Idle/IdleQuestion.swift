import UseCases

/// The question that lies hidden in every page on which something of a resident may stand. A script shows it; without scripts
/// the page leads to a page that asks the same.
struct IdleQuestion {
  let rule: IdleRule
  let token: Markup

  static let script = "idle.js"
  static let style = "idle.css"

  /// For the head of the page.
  var refresh: Markup {
    """
    <noscript><meta http-equiv="refresh" content="\(rule.askWithoutScripts);url=\(Route.presence)"></noscript>

    """
  }

  var markup: Markup {
    """
    <dialog id="idle" class="idle" hidden aria-labelledby="idle-question" aria-describedby="idle-lead"\
     data-ask="\(rule.askAfter)" data-clear="\(rule.clearAfter)">
    <form method="post" action="\(Route.departure)">\(token)
    <p class="question" id="idle-question">\(IdleWording.question)</p>
    <p id="idle-lead">\(IdleWording.lead)</p>
    <p class="actions equal"><button class="button" type="submit">\(IdleWording.leave)</button>
    <button class="button main" type="button" data-stay>\(IdleWording.stay)</button></p>
    </form></dialog>

    """
  }
}

extension Route {
  /// Whether something of a resident may stand on the page: then it clears itself when nobody is there. A pause has nothing
  /// on it and may last.
  var clearsWhenIdle: Bool {
    switch self {
    case .audience, .notice, .attempts, .attempt, .seat, .item, .feedback, .responses, .review, .submission, .result,
      .slip, .prints, .sheet, .check, .seats, .consent, .helpCall, .guide(.resident):
      true
    case .welcome, .pause, .departure, .appearance, .presence, .absence, .health, .asset, .sheetPicture, .enrolment,
      .authority,
      .sound,
      .soundTrack, .voice, .guide, .staff, .desk, .office:
      false
    }
  }
}
