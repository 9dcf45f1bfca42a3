import Assessment

extension Kiosk {
  /// Entries of the log that a page looks through for what waits; more are told as "more".
  package static let waitingEntries = 20_000

  /// What the next bundle would speak of.
  ///
  /// - Returns: how many things, and whether there may be more.
  package func waitingForProvince(after entry: Int64) throws -> (count: Int, isMore: Bool) {
    guard let span = try store.bundleSpan(after: entry, most: Self.waitingEntries) else { return (0, false) }
    return (try store.countBundled(in: span), span.last - entry >= Int64(Self.waitingEntries))
  }

  /// Writes down a bundle that was made, and in the register that names left the box in it. One that is known changes
  /// nothing.
  ///
  /// - Parameters:
  ///   - people: whose particulars are in it.
  ///   - account: nil for the command line.
  package func noteBundle(_ bundle: MadeBundle, people: Int, by account: StaffID?) throws {
    let head = bundle.head
    guard try store.bundleMark(of: head.issuer)?.number ?? 0 < head.number else { return }
    try store.add(bundle)
    guard people > 0 else { return }
    try disclose(
      Disclosure(
        kind: .bundle, subject: String(head.number), rows: people, format: "shb", digest: bundle.digest,
        account: account, at: clock.now()),
      note: "bundle=\(head.number) rows=\(people)")
  }
}
