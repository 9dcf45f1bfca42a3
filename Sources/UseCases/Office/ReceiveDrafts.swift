import Assessment

extension Kiosk {
  /// Keeps items from outside as drafts: nothing of them is drawn before an officer has released it.
  ///
  /// - Throws: ``StaffFault/forbidden(_:)`` for who is no officer.
  package func receiveDrafts(_ drafts: [NewDraft], from file: String, by actor: StaffActor) throws {
    try checkOfficer(actor)
    guard !drafts.isEmpty else { return }
    let now = clock.now()
    for draft in drafts { try store.add(draft, by: actor.account, at: now) }
    let digest = secrets.sha256(drafts.flatMap { $0.content + [0x0A] })
    try store.append(Event(.draftsReceived, digest: digest, note: "items=\(drafts.count) \(actor.note)"), at: now)
  }

  /// Takes a draft away for good.
  ///
  /// - Throws: ``UseCaseError/unknownItem(_:)`` where none waits.
  package func discardDraft(of item: Item.ID, by actor: StaffActor) throws {
    try checkOfficer(actor)
    guard let draft = try store.draft(of: item) else { throw UseCaseError.unknownItem(item) }
    let now = clock.now()
    try store.decide(draft.id, isReleased: false, by: actor.account, at: now)
    try store.append(Event(.draftDiscarded, note: "item=\(item) \(actor.note)"), at: now)
  }
}
