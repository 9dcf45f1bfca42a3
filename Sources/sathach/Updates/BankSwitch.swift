import Glibc

/// Puts another bank in the place of the one that is there, by renames, so that after a power cut either is whole.
///
/// While `bank.former` is there the switch is not settled; then, and only then, it holds the bank from before.
struct BankSwitch {
  let kiosk: KioskFolder

  private var bank: String { kiosk.path + "/bank" }
  private var former: String { kiosk.path + "/bank.former" }
  /// The new one while it is copied, with its folder `bank` inside.
  var next: String { kiosk.path + "/bank.next" }
  private var gone: String { kiosk.path + "/bank.gone" }

  func take() throws {
    try move(bank, to: former)
    try move(next + "/bank", to: bank)
  }

  /// After this there is no way back.
  func settle() throws {
    if FileSystem.exists(former) { try move(former, to: gone) }
    try sweep()
  }

  /// Whatever was reached: the bank from before is in its place.
  func goBack() throws {
    if FileSystem.exists(former) {
      if FileSystem.exists(gone) { try remove(gone) }
      if FileSystem.exists(bank) { try move(bank, to: gone) }
      try move(former, to: bank)
    }
    try sweep()
  }

  private func sweep() throws {
    for folder in [next, gone] where FileSystem.exists(folder) { try remove(folder) }
  }

  private func move(_ path: String, to other: String) throws {
    guard rename(path, other) == 0 else { throw FileFault(path: path, action: "move", code: errno) }
    FileSystem.syncFolder(of: other)
  }

  private func remove(_ folder: String) throws {
    for name in try FileSystem.names(in: folder) {
      let path = "\(folder)/\(name)"
      if FileSystem.isFolder(path) { try remove(path) } else { unlink(path) }
    }
    guard rmdir(folder) == 0 else { throw FileFault(path: folder, action: "remove", code: errno) }
  }
}
