import Assessment
import UseCases

/// A draft as a candidate would meet it, with key, reasons and text for the ear, and what can be done with it.
struct DraftPage {
  let review: DraftReview
  let names: [StaffID: String]
  /// Whether the bank in force has an item of this id, which gives way.
  let replaces: Bool
  let token: Markup

  init(_ visit: inout Visit, _ review: DraftReview) throws {
    self.review = review
    names = try visit.kiosk.namesOfColleagues()
    replaces = try visit.kiosk.store.contentInForce(of: review.draft.item) != nil
    token = try visit.tokenField()
  }

  var page: Page {
    Page(
      ImportWording.draftTitle, kind: "draft",
      styles: [
        "staff.css", "answers.css", "screens.css", "gallery.css", "desk-accounts.css", "office-plan.css",
        "office-items.css",
      ],
      main: """
        <p class="lead"><a href="\(Route.items(.drafts(page: 1)))">\(ImportWording.draftsTitle)</a> · \(review.draft.item.text)</p>
        \(head)<p class="small">\(DraftParts.origin(review.draft)) · \(DraftParts.arrival(review.draft, names))</p>
        \("<p class=\"notice\">\(ImportWording.replaces)</p>\n", if: replaces)\
        <div class="panel">\(DraftParts.state(review, most: 30))</div>
        \(review.item.map { ItemCard($0).inside } ?? "")\(actions)
        """)
  }

  /// The face of an item has its own first heading, save screens to be walked through.
  private var head: Markup {
    switch review.item?.task {
    case .simulated?, nil: "<h1>\(ImportWording.draftTitle)</h1>\n"
    default: ""
    }
  }

  private var actions: Markup {
    let discard = Asking(
      ImportWording.discard, ImportWording.discardAsk, ImportWording.discardDo,
      .items(.discard(review.draft.item)), token)
    return """
      \(release)<div class="panel">\(discard.markup(of: review.draft.item.text))</div>

      """
  }

  private var release: Markup {
    guard review.isReady else { return "<p class=\"empty\">\(ImportWording.waitsOn)</p>\n" }
    return """
      <form class="panel" method="post" action="\(Route.items(.release(review.draft.item)))">\(token)
      <label class="check-line"><input type="checkbox" name="read" value="yes" required>\(ImportWording.haveReadOne)</label>
      <p class="actions start"><button class="button main" type="submit">\(ImportWording.releaseOne)</button></p>
      </form>

      """
  }
}
