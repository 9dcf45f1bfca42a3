import Backups
import SQLiteStore
import Sealing
import UseCases

/// Sets the mirror up, if the office wants one.
struct MirrorStart {
  let box: BoxFolder
  /// Nil for none.
  let place: String?
  private let mirror: Mirror?
  /// Set up but impossible until the next start.
  private let missing: MissingMirror?

  /// To be made before the writer has the store, which is told to have its commits followed.
  init(_ box: BoxFolder, place: String?, store: KioskStore) throws {
    self.box = box
    self.place = place
    guard let place else {
      (mirror, missing) = (nil, nil)
      return
    }
    guard let key = try box.recoveryKey() else {
      Log.write(.error, "problem=mirror cause=\"no recovery key: `sathach recovery-key new` makes one\"")
      (mirror, missing) = (nil, MissingMirror(since: SystemClock().now()))
      return
    }
    let mirror = Mirror(try box.contents(), officeKey: key, to: place, now: { SystemClock().now() }) { error in
      guard let error else { return Log.write(.notice, "mirror follows again") }
      Log.write(.error, "problem=mirror cause=\"\(OperatorWording.text(error))\"")
    }
    store.watchCommits(mirror)
    (self.mirror, missing) = (mirror, nil)
  }

  var standing: (any MirrorStanding)? { mirror ?? missing }

  func start(_ writer: GroupCommit) {
    mirror?.start { body in writer.submit({ _ in .keep }, done: { _ in body() }) }
  }

  /// After the writer.
  func stop() {
    mirror?.stop()
  }
}
