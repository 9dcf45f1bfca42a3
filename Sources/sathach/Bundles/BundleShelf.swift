import BundleFiles
import Bundles
import Glibc
import SQLiteStore
import Sealing
import Slip
import UseCases

/// The box's own copies of its bundles, `DATA/bundles`: the record of what was made. What lies here under a bundle's name is
/// whole; a name appears only when its bytes are on the disk.
struct BundleShelf {
  let box: BoxFolder

  var folder: String { box.path + "/bundles" }
  /// The province's key that bundles are sealed to, 64 hexadecimal digits in a line.
  var recipientFile: String { box.keys + "/bundles.pub" }
  /// How far bundles were handed on: issuer and number.
  private var handedOnFile: String { folder + "/handed-on" }

  /// Held by whoever makes or hands on; two at once would give one number twice.
  func lock() throws -> FolderLock {
    try FileSystem.makeFolder(folder, mode: 0o700)
    return try FolderLock(folder: folder, name: "making.lock")
  }

  /// - Throws: ``Failure`` where there is none.
  func recipient() throws -> Recipient {
    guard FileSystem.exists(recipientFile) else {
      throw Failure.refused(
        "sathach: no key of the province for bundles yet; `sathach bundle recipient FILE` takes it in")
    }
    return try Self.recipient(from: FileSystem.text(recipientFile))
  }

  static func recipient(from text: String) throws -> Recipient {
    guard let key = text.trimmed.hexBytes, let recipient = Recipient(publicKey: key, sha256: Digest.sha256) else {
      throw Failure.refused("sathach: expected a public key, 64 hexadecimal digits in one line")
    }
    return recipient
  }

  /// In the order of their numbers.
  func numbers(of issuer: Issuer) throws -> [Int] {
    guard FileSystem.isFolder(folder) else { return [] }
    return try FileSystem.names(in: folder).compactMap { BundleName($0) }.filter { $0.issuer == issuer }.map(\.number)
      .sorted()
  }

  func path(_ issuer: Issuer, _ number: Int) -> String {
    "\(folder)/\(BundleName(issuer: issuer, number: number).text)"
  }

  /// Reads a bundle of the box's own back: its signature by a key the box has or had, and its digest.
  ///
  /// - Throws: ``Failure`` naming the file where it is not as it was made.
  func made(_ issuer: Issuer, _ number: Int, keys: [KnownKey]) throws -> MadeBundle {
    let path = path(issuer, number)
    do {
      let bundle = try BundleFileReader(path)
      _ = try bundle.envelope.signer(among: keys, check: Ed25519.verify)
      guard bundle.head.issuer == issuer, bundle.head.number == number else { throw BundleFault.head(.number) }
      return MadeBundle(head: bundle.head, digest: try bundle.check(), size: try FileSystem.size(of: path))
    } catch let fault as BundleFault {
      throw Failure.refused(
        "sathach: \(path): \(BundleWording.text(fault)); it is not as this box made it. Put it aside only if it never "
          + "left the box; otherwise bring it back from the stick")
    }
  }

  /// The last number that was handed on.
  func handedOn(of issuer: Issuer) -> Int {
    // Where it cannot be read, all are handed on once more, which changes nothing at the province.
    guard let text = try? FileSystem.text(handedOnFile) else { return 0 }
    let words = text.trimmed.split(separator: " ")
    guard words.count == 2, words[0] == issuer.text, let number = Int(words[1]) else { return 0 }
    return number
  }

  func keepHandedOn(_ number: Int, of issuer: Issuer) throws {
    try FileSystem.write("\(issuer.text) \(number)\n", to: handedOnFile, mode: 0o600)
  }

  /// Copies a bundle to a stick or another folder: whole under its name, or not at all. One that lies there with the same
  /// length is read instead of written.
  func copy(_ issuer: Issuer, _ number: Int, to place: String) throws {
    let bytes = try FileSystem.read(path(issuer, number), most: BundleLimits.file)
    let target = "\(place)/\(BundleName(issuer: issuer, number: number).text)"
    if FileSystem.exists(target), try FileSystem.read(target, most: BundleLimits.file) == bytes { return }
    try FileSystem.write(bytes: bytes, to: target, mode: 0o644)
  }
}
