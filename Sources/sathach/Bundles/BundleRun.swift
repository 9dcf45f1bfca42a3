import Assessment
import BundleFiles
import Bundles
import SQLiteStore
import Slip
import UseCases

/// Makes what waits and hands on what was not: the one way that the command and the page go.
struct BundleRun {
  let box: BoxFolder
  let place: String
  let now: Moment

  struct Outcome {
    let made: [MadeBundle]
    /// Names of files.
    let copied: [String]
  }

  /// Whether a proof of who this box is lies beside the bundles, for `sathach-send` to ask for answers with.
  var hasRequest = false

  init(box: BoxFolder, to place: String, now: Moment) {
    (self.box, self.place, self.now) = (box, place, now)
  }

  func carryOut(isWantedEmpty: Bool = false) throws -> Outcome {
    let making = try BundleMaking(box: box, now: now)
    guard FileSystem.isFolder(place) else {
      throw Failure.couldNot("sathach: \(place): no such folder; is the stick plugged in?")
    }
    let lock = try making.shelf.lock()
    defer { withExtendedLifetime(lock) {} }
    let made = try making.run(isWantedEmpty: isWantedEmpty)
    if hasRequest {
      let request = BoxRequest(
        issuer: making.issuer, at: max(0, now.seconds), path: "/answers/\(making.issuer.text)")
      let text = try request.authorization(kid: making.signing.keyID, sign: making.signing.sign)
      try FileSystem.write(text + "\n", to: "\(place)/\(making.issuer.text).request", mode: 0o600)
    }
    return Outcome(made: made, copied: try handOn(making.shelf, making.issuer))
  }

  private func handOn(_ shelf: BundleShelf, _ issuer: Issuer) throws -> [String] {
    let done = shelf.handedOn(of: issuer)
    var copied: [String] = []
    for number in try shelf.numbers(of: issuer) where number > done {
      try shelf.copy(issuer, number, to: place)
      try shelf.keepHandedOn(number, of: issuer)
      copied.append(BundleName(issuer: issuer, number: number).text)
    }
    return copied
  }

  /// Things that the next bundle would speak of.
  static func waiting(
    _ shelf: BundleShelf, _ issuer: Issuer, keys: [KnownKey], store: KioskStore
  ) throws -> Int {
    let start = try BundleMaking.start(shelf, issuer, keys: keys, store: store)
    return try store.reading {
      var (count, last) = (0, start.after)
      while let span = try store.bundleSpan(after: last, most: BundleMaking.mostEvents) {
        count += try store.countBundled(in: span)
        last = span.last
      }
      return count
    }
  }

  /// Turns what files and rules refuse into the command's end.
  static func working<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try Command.reading(body)
    } catch let fault as BundleFileFault {
      throw Failure.couldNot("sathach: \(fault)")
    } catch let fault as BundleFault {
      throw Failure.refused("sathach: \(BundleWording.text(fault))")
    }
  }
}
