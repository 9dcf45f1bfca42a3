import Assessment
import UseCases

extension Site {
  func drafts(_ visit: inout Visit, page: Int) throws -> Response {
    let page = try DraftsPage(&visit, number: page)
    // A page behind the last one is nowhere; the first is also that of none.
    guard page.number == 1 || !page.shown.isEmpty else { throw Problem.notFound }
    return visit.page(page.page)
  }

  func draft(_ visit: inout Visit, _ id: Item.ID) throws -> Response {
    guard let review = try visit.kiosk.reviewDrafts().first(where: { $0.draft.item == id }) else {
      throw UseCaseError.unknownItem(id)
    }
    return visit.page(try DraftPage(&visit, review).page)
  }

  /// One or all that are ready, once the officer says to have read them.
  func releaseDrafts(_ visit: inout Visit, _ ids: [Item.ID], _ fields: FormFields) throws -> Response {
    guard fields.has("read") else { throw UseCaseError.items(.notRead) }
    let release = try visit.kiosk.releaseDrafts(of: ids, by: .account(try visit.account()))
    guard release.kept.isEmpty else { return visit.page(ReleasePage(release: release).page, status: 422) }
    return visit.redirect(to: .items(.drafts(page: 1)), at: "released")
  }
}

/// The drafts that wait, with what each of them lacks; and what was decided of late, by whom and when.
struct DraftsPage {
  static let mostRows = 25
  private static let mostDecisions = 10

  let number: Int
  let ready: Int
  let count: Int
  let shown: [DraftReview]
  let decisions: [DraftDecision]
  let names: [StaffID: String]
  let token: Markup

  init(_ visit: inout Visit, number: Int) throws {
    let all = try visit.kiosk.reviewDrafts()
    self.number = number
    count = all.count
    ready = all.count(where: \.isReady)
    shown = Array(all.dropFirst((number - 1) * Self.mostRows).prefix(Self.mostRows))
    decisions = number == 1 ? try visit.kiosk.store.draftDecisions(most: Self.mostDecisions) : []
    names = try visit.kiosk.namesOfColleagues()
    token = try visit.tokenField()
  }

  var page: Page {
    Page(
      ImportWording.draftsTitle, kind: "items", styles: ItemsPage.styles,
      main: """
        <h1>\(ImportWording.draftsTitle)</h1>
        \(AccountPage.told("taken", ImportWording.taken))\(AccountPage.told("released", ImportWording.released))\
        \(AccountPage.told("discarded", ImportWording.discarded))\
        \(releases)\(table)\(pages)\(lately)<p class="actions start">\(complete)<a class="button" href="\(Route.items(.front))">\(ImportWording.toItems)</a></p>

        """)
  }

  private var complete: Markup {
    guard count > ready else { return "" }
    return "<a class=\"button\" href=\"\(Route.items(.draftsFile))\">\(ImportWording.complete)</a>\n"
  }

  private var releases: Markup {
    guard ready > 0 else { return "" }
    let most = min(ready, Kiosk.mostReleased)
    return """
      <form class="panel" method="post" action="\(Route.items(.releases))">\(token)
      <p>\(ImportWording.ready(ready, of: count))</p>
      <label class="check-line"><input type="checkbox" name="read" value="yes" required>\(ImportWording.haveRead)</label>
      <p class="actions start"><button class="button main" type="submit">\(ImportWording.releaseAll(most))</button></p>
      </form>

      """
  }

  private var table: Markup {
    guard !shown.isEmpty else { return "<p class=\"empty\">\(ImportWording.noDrafts)</p>\n" }
    return """
      \(Components.scroll)<table class="list dry-run">
      <thead><tr>\(each: ImportWording.draftsHead, { "<th>\($0)</th>" })</tr></thead>
      <tbody>
      \(each: shown, row)</tbody></table></div>

      """
  }

  private func row(_ review: DraftReview) -> Markup {
    let stem = review.item?.stem.written ?? ""
    return """
      <tr><td><a href="\(Route.items(.draft(review.draft.item)))">\(review.draft.item.text)</a></td>\
      <td>\(review.item.map { ImportWording.name($0.kind) } ?? "")</td>\
      <td>\(stem.count <= 160 ? stem : stem.prefix(160) + "…")</td>\
      <td>\(DraftParts.origin(review.draft))<span class="hint">\(DraftParts.arrival(review.draft, names))</span></td>\
      <td>\(DraftParts.state(review, most: 3))</td></tr>

      """
  }

  private var pages: Markup {
    let last = (count + Self.mostRows - 1) / Self.mostRows
    guard last > 1 else { return "" }
    let before: Markup =
      "<a class=\"button\" href=\"\(Route.items(.drafts(page: number - 1)))\">\(ImportWording.before)</a>\n"
    let next: Markup =
      "<a class=\"button\" href=\"\(Route.items(.drafts(page: number + 1)))\">\(ImportWording.next)</a>\n"
    return """
      <p class="actions start">\(before, if: number > 1)<span>\(ImportWording.page(number, of: last))</span>
      \(next, if: number < min(last, ItemRoute.mostPages))</p>

      """
  }

  private var lately: Markup {
    guard !decisions.isEmpty else { return "" }
    return """
      <h2>\(ImportWording.decided)</h2>
      <ul>\(each: decisions, { "<li>\(ImportWording.decision($0, by: $0.account.flatMap { names[$0] }))</li>\n" })</ul>

      """
  }
}

/// What several pages say of a draft.
enum DraftParts {
  static func origin(_ draft: Draft) -> String {
    draft.line > 0 ? ImportWording.origin(draft.file, line: draft.line) : draft.file
  }

  static func arrival(_ draft: Draft, _ names: [StaffID: String]) -> String {
    ImportWording.received(draft.receivedBy.flatMap { names[$0] }, at: draft.receivedAt)
  }

  /// - Parameter most: sentences that are shown.
  static func state(_ review: DraftReview, most: Int) -> Markup {
    let sentences =
      review.problems.map(DraftSentence.text)
      + review.remarks.map { DraftSentence.text($0, of: review.draft.item.text) }
    guard !review.isReady else { return "<span class=\"badge good\">\(ImportWording.state(.ready))</span>" }
    let rest = sentences.count - most
    return """
      <span class="badge calm">\(ImportWording.state(.lacking))</span><ul class="flat">\
      \(each: sentences.prefix(most), { "<li>\($0)</li>" })</ul>\
      \("<span class=\"hint\">\(ImportWording.moreToMend(rest))</span>", if: rest > 0)
      """
  }
}

/// What of a release did not come about, and why.
struct ReleasePage {
  let release: DraftRelease

  var page: Page {
    Page(
      ImportWording.notReleased, kind: "items", styles: ItemsPage.styles,
      main: """
        <h1>\(ImportWording.notReleased)</h1>
        <p class="lead">\(ImportWording.releasedOf(release.released.count, release.kept.count))</p>
        \(Components.scroll)<table class="list dry-run"><tbody>
        \(each: release.kept.prefix(DraftsPage.mostRows), { review in
          "<tr><td><a href=\"\(Route.items(.draft(review.draft.item)))\">\(review.draft.item.text)</a></td><td>\(DraftParts.state(review, most: 6))</td></tr>\n"
        })</tbody></table></div>
        <p class="actions start"><a class="button main" href="\(Route.items(.drafts(page: 1)))">\(ImportWording.toDrafts)</a></p>

        """)
  }
}
