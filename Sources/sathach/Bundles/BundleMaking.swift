import Assessment
import BundleFiles
import Bundles
import Glibc
import SQLiteStore
import Sealing
import Slip
import UseCases

/// Makes the bundles that wait: numbers, digest of the one before and first event follow from the newest one there is. Only
/// reads the database, so that it goes on beside a serving box.
///
/// A power cut leaves either the former state or a whole bundle under its name, and that name is what counts: there is no
/// second place that could say something else.
struct BundleMaking {
  /// Entries of the log that one bundle covers at most: some thousand attempts.
  static let mostEvents = 100_000

  let shelf: BundleShelf
  let issuer: Issuer
  let signing: BoxSigning
  let keys: [KnownKey]
  let store: KioskStore
  let recipient: Recipient
  let now: Moment
  var mostEvents = Self.mostEvents

  /// Where the numbering stands.
  struct Start {
    let number: Int
    let digest: [UInt8]
    let after: Int64
  }

  init(box: BoxFolder, now: Moment, mostEvents: Int = Self.mostEvents) throws {
    shelf = BundleShelf(box: box)
    recipient = try shelf.recipient()
    issuer = try box.issuer()
    signing = try box.signing(creating: false)
    keys = try KeyRingFiles.own(box)
    store = try box.openReading()
    self.now = now
    self.mostEvents = mostEvents
  }

  /// What follows the newest bundle, of those that lie here and those that the database remembers.
  static func start(_ shelf: BundleShelf, _ issuer: Issuer, keys: [KnownKey], store: KioskStore) throws -> Start {
    let marked = try store.bundleMark(of: issuer)
    var newest = marked
    if let number = try shelf.numbers(of: issuer).last, number >= marked?.number ?? 0 {
      let made = try shelf.made(issuer, number, keys: keys)
      if number == marked?.number, made.digest != marked?.digest {
        throw Failure.refused(
          "sathach: \(shelf.path(issuer, number)): not the bundle this box made under that number; bring that one back")
      }
      newest = BundleMark(
        number: number, digest: made.digest, lastEvent: made.head.lastEvent, eventHash: made.head.eventHash)
    }
    guard let newest else { return Start(number: 0, digest: [], after: 0) }
    // A log that does not hold the entry is an older one that was put back: everything is said again.
    let isKnown = try store.eventHash(of: newest.lastEvent) == newest.eventHash
    return Start(number: newest.number, digest: newest.digest, after: isKnown ? newest.lastEvent : 0)
  }

  /// - Parameter isWantedEmpty: make one also where nothing is to be said, as a sign of life.
  /// - Returns: the numbers made, oldest first.
  func run(isWantedEmpty: Bool = false) throws -> [MadeBundle] {
    var start = try Self.start(shelf, issuer, keys: keys, store: store)
    for name in [BundleFileWriter.bodyName, BundleFileWriter.wholeName] { unlink(shelf.folder + "/" + name) }
    var made: [MadeBundle] = []
    while let bundle = try next(after: start, isWantedEmpty: isWantedEmpty && made.isEmpty) {
      made.append(bundle)
      start = Start(number: bundle.head.number, digest: bundle.digest, after: bundle.head.lastEvent)
    }
    return made
  }

  private func next(after start: Start, isWantedEmpty: Bool) throws -> MadeBundle? {
    try store.reading {
      let writer = try BundleFileWriter(in: shelf.folder, key: ContentKey.new())
      var last: BundleSpan?
      // What says nothing is passed over, and is covered by whatever comes next.
      while writer.count == 0, let span = try store.bundleSpan(after: last?.last ?? start.after, most: mostEvents) {
        try store.eachBundled(in: span, issuer: issuer, seal: writer.key.sealing) { try writer.add($0) }
        last = span
      }
      guard let last, writer.count > 0 || isWantedEmpty else {
        unlink(shelf.folder + "/" + BundleFileWriter.bodyName)
        return nil
      }
      let finished = try writer.finish(
        BundleFileWriter.Facts(
          issuer: issuer, number: start.number + 1, previous: start.digest, firstEvent: start.after + 1,
          lastEvent: last.last, eventHash: last.hash, madeAt: max(0, now.seconds),
          isClockTrusted: try store.isClockUndoubted(), recipient: recipient),
        kid: signing.keyID, sign: signing.sign)
      return MadeBundle(
        head: finished.head, digest: finished.digest,
        size: try FileSystem.size(of: shelf.path(issuer, finished.head.number)))
    }
  }
}

extension KeyRingFiles {
  /// The keys this box has, or had: what it signed itself.
  static func own(_ box: BoxFolder) throws -> [KnownKey] {
    let signing = try box.signing(creating: false)
    let former = try box.formerKeys()
    let own = try KnownKey(
      kid: signing.keyID, publicKey: signing.publicKey, issuer: try box.issuer(), fromSerial: former.nextSerial)
    return try former.known() + [own]
  }
}
