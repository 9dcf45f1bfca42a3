import Assessment

/// A waiting draft and everything that keeps it from being released.
package struct DraftReview: Equatable, Sendable {
  package let draft: Draft
  /// Nil where not even the kind of item is known.
  package let item: Item?
  /// What is missing, misshapen, or against what the bank in force says of the same item.
  package let problems: [ContentProblem]
  package let remarks: [BankEditor.Remark]

  package var isReady: Bool { item != nil && problems.isEmpty && remarks.isEmpty }
}

/// What a release came to.
package struct DraftRelease: Equatable, Sendable {
  package let released: [Item.ID]
  /// Drafts that were asked for and wait on.
  package let kept: [DraftReview]
}

extension Kiosk {
  /// Drafts that one release takes from a page: the writer looks through them once more.
  package static let mostReleased = 200

  /// As an officer's page has them, by the rules of this box.
  package func reviewDrafts() throws -> [DraftReview] {
    try reviewDrafts(rules: items.rules)
  }

  /// The first so many drafts that are ready. Compares every draft with the whole bank, so never on the writer.
  package func readyDrafts() throws -> [Item.ID] {
    Array(try reviewDrafts().filter(\.isReady).map(\.draft.item).prefix(Self.mostReleased))
  }

  package func releaseDrafts(of items: [Item.ID], by actor: StaffActor) throws -> DraftRelease {
    try releaseDrafts(of: items, rules: self.items.rules, by: actor)
  }

  /// Every waiting draft with what an editor says of it, near-duplicates among the bank and the drafts too.
  ///
  /// - Parameter rules: the editor's, of the bank's folder; nil where it has none.
  package func reviewDrafts(rules: EditorialRules?) throws -> [DraftReview] {
    try review(try store.drafts(), rules: rules)
  }

  /// Makes ready drafts part of the bank in force, for forms drawn from now on. Those that are not ready wait on.
  ///
  /// - Throws: ``UseCaseError/unknownItem(_:)`` where no such draft waits, ``StaffFault/forbidden(_:)``.
  package func releaseDrafts(
    of items: [Item.ID], rules: EditorialRules?, by actor: StaffActor
  ) throws -> DraftRelease {
    try checkOfficer(actor)
    let drafts = try Set(items).sorted().map { item in
      guard let draft = try store.draft(of: item) else { throw UseCaseError.unknownItem(item) }
      return draft
    }
    let reviews = try review(drafts, rules: rules)
    let ready = reviews.filter(\.isReady)
    guard !ready.isEmpty, let framework = try store.frameworkInForce() else {
      return DraftRelease(released: [], kept: reviews)
    }
    let now = clock.now()
    let entries = ready.compactMap { ItemBank.Entry($0.draft.content, framework: framework) }
    guard entries.count == ready.count else { throw UseCaseError.contentDamaged }
    let thin = try supplyProblems(after: entries)
    guard thin.isEmpty else {
      let kept = reviews.map { review in
        DraftReview(
          draft: review.draft, item: review.item, problems: review.problems + (review.isReady ? thin : []),
          remarks: review.remarks)
      }
      return DraftRelease(released: [], kept: kept)
    }
    let hash = try store.putInForce(entries, at: now)
    for review in ready { try store.decide(review.draft.id, isReleased: true, by: actor.account, at: now) }
    try store.append(
      Event(.draftsReleased, digest: hash, note: "items=\(ready.count) \(actor.note)"), at: now)
    return DraftRelease(released: ready.map(\.draft.item), kept: reviews.filter { !$0.isReady })
  }

  /// A draft may retire an item, or move it: then forms must still be filled.
  private func supplyProblems(after entries: [ItemBank.Entry]) throws -> [ContentProblem] {
    let news = Dictionary(entries.map { ($0.item.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try store.audiences().flatMap { audience -> [ContentProblem] in
      guard let version = try store.currentVersion(for: audience.id) else { return [] }
      let others = try store.cards(for: audience.id, in: version).filter { news[$0.id] == nil }
      let own = entries.filter { $0.item.audiences.contains(audience.id) && $0.item.retirement == nil }.map(\.card)
      return try store.rules(version).blueprint.supplyProblems(others + own)
    }
  }

  private func review(_ drafts: [Draft], rules: EditorialRules?) throws -> [DraftReview] {
    guard !drafts.isEmpty, let framework = try store.frameworkInForce() else { return [] }
    let inForce = try store.itemsInForce()
    let read = try drafts.map { draft in
      // What is stored is canonical; what does not read back is damage.
      guard let json = try? JSONReader.read(draft.content) else { throw UseCaseError.contentDamaged }
      return DraftEditor.Draft(json, framework: framework, file: draft.file, line: draft.line)
    }
    let news = read.compactMap(\.item)
    let ids = Set(news.map(\.id))
    let editor = rules.map { DraftEditor(rules: $0, today: CivilDate(clock.now())) }
    let remarks = editor?.remarks(on: ids, among: inForce.filter { !ids.contains($0.id) } + news) ?? []
    let before = Dictionary(inForce.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return zip(drafts, read).map { draft, read in
      let old = before[draft.item].map { [$0] } ?? []
      let succession = read.item.map { BankSuccession(from: old, to: [$0]).problems } ?? []
      let subject = "item \"\(draft.item)\""
      return DraftReview(
        draft: draft, item: read.item, problems: read.problems + succession,
        remarks: remarks.filter { $0.subject == subject || $0.text.contains("\"\(draft.item)\"") })
    }
  }
}
