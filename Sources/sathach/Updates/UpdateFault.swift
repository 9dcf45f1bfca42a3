/// Why an update was not taken, or was taken back.
enum UpdateFault: Error, Equatable {
  case noAnchor
  case notAnUpdate
  case otherVersion
  case unsigned
  case otherKey(id: String)
  case altered
  case unreadable(line: Int)
  /// It has been installed, or a later one has.
  case older(number: Int, held: Int)
  case fileMissing(path: String)
  case fileAltered(path: String)
  case noRoom(neededMegabytes: Int, freeMegabytes: Int)
  case peopleTested(count: Int)
  case noWayBack
  case bankRefused(cause: String)
  /// A step went wrong or the box did not answer afterwards; everything is as it was before.
  case wentBack(cause: String)
  /// Going back went wrong too.
  case stuck(cause: String)
}

extension OperatorWording {
  static func text(update fault: UpdateFault) -> String {
    switch fault {
    case .noAnchor: "no key for updates is trusted here; `sathach update trust FILE --fingerprint F` installs one"
    case .notAnUpdate: "no update in this folder: expected \(UpdateManifest.name)"
    case .otherVersion: "the update is of another format than 1; a newer program is needed to read it"
    case .unsigned: "the update is not signed"
    case .otherKey(let id): "the update is signed with another key (\(id)) than the one trusted here"
    case .altered: "the update was altered after it was signed"
    case .unreadable(let line): "\(UpdateManifest.name):\(line): signed, but not to be read; make the stick anew"
    case .older(let number, let held): "update \(number) is no newer than update \(held), which this box has"
    case .fileMissing(let path): "\(path) is missing on the stick"
    case .fileAltered(let path): "\(path) is not the file that was signed"
    case .noRoom(let needed, let free): "\(needed) MB are needed on the disk, \(free) MB are free"
    case .peopleTested(let count): "\(count) tests are under way; try again when they are over"
    case .noWayBack:
      "the package that is installed now is not kept here, so nothing could be taken back; give it with --former, or "
        + "--no-way-back"
    case .bankRefused(let cause): "the bank does not hold: \(cause); nothing changed"
    case .wentBack(let cause): "\(cause); everything is as it was before"
    case .stuck(let cause): "\(cause), and going back went wrong too; run `sathach update` again, or restore"
    }
  }
}
