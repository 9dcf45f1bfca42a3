import ArgumentParser
import Assessment
import Sealing
import Slip

/// Makes the key pair of whoever makes updates.
struct UpdateKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make a key pair for updates in a folder; prints the fingerprint to read out.")

  @Option(help: "The folder for update.key (secret) and update.pub.") var to: String

  func run() throws {
    try Command.reading { try FileSystem.makeFolder(to, mode: 0o700) }
    let file = KeyFile(folder: to, name: "update.key")
    guard !FileSystem.exists(file.path) else {
      throw Failure.refused("sathach: \(file.path) is there already; a key is never overwritten")
    }
    do {
      let key = try SlipKey(seed: try file.readOrCreate { RandomBytes.bytes(KeyFile.keyLength) })
      try FileSystem.write(key.publicKey.hex + "\n", to: to + "/update.pub", mode: 0o644)
      let anchor = try Anchor(publicKey: key.publicKey, sha256: Digest.sha256)
      Terminal.say("key \(key.kid.hex), fingerprint \(anchor.fingerprint)")
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }
}

/// Writes a stick's folder.
struct UpdateMake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make", abstract: "Write packages, a bank or both into a folder, with a signed list.")

  @Option(help: "The folder, mostly on a stick.") var to: String
  @Option(help: "The folder made by `update key`.") var key: String
  @Option(help: "The update's number, one more than the last.") var number: Int
  @Option(name: .customLong("package"), help: "A package; may be given again.") var packages: [String] = []
  @Option(help: "A folder with a bank: framework.json and the others.") var bank: String?

  func validate() throws {
    guard (1...4_294_967_295).contains(number) else { throw ValidationError("--number takes a number from 1") }
    guard bank != nil || !packages.isEmpty else { throw ValidationError("give --package, --bank or both") }
  }

  func run() throws {
    do {
      let key = try SlipKey(seed: try KeyFile(folder: key, name: "update.key").read())
      let sources = packages.map { (UpdateManifest.File.Kind.package, $0, Self.last($0)) } + (try bankFiles())
      let files = try sources.map { kind, source, path in
        let bytes = try FileSystem.read(source)
        try put(bytes, at: path)
        return UpdateManifest.File(kind: kind, path: path, size: bytes.count, sha256: Digest.sha256(bytes))
      }
      let manifest = UpdateManifest(number: number, files: files)
      let text = manifest.text(signedBy: key)
      // What no box would read is not written.
      _ = try UpdateManifest(text, anchor: try Anchor(publicKey: key.publicKey, sha256: Digest.sha256))
      try FileSystem.write(text, to: "\(to)/\(UpdateManifest.name)", mode: 0o644)
      Terminal.say("update \(number) in \(to): \(files.count) files, \(manifest.size) bytes")
    } catch let fault as UpdateFault {
      throw Failure.refused("sathach: \(OperatorWording.text(update: fault))")
    } catch {
      throw Failure.couldNot("sathach: \(OperatorWording.text(error))")
    }
  }

  private func bankFiles() throws -> [(UpdateManifest.File.Kind, String, String)] {
    guard let bank else { return [] }
    return try FileSystem.names(in: bank).flatMap { name in
      name.hasSuffix(".json") ? [name] : try FileSystem.names(in: "\(bank)/\(name)").map { "\(name)/\($0)" }
    }.filter { $0.hasSuffix(".json") }.map { (.bank, "\(bank)/\($0)", "bank/\($0)") }
  }

  private func put(_ bytes: [UInt8], at path: String) throws {
    let target = "\(to)/\(path)"
    if let slash = target.lastIndex(of: "/") { try FileSystem.makeFolder(String(target[..<slash]), mode: 0o755) }
    try FileSystem.write(bytes: bytes, to: target, mode: 0o644)
  }

  private static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
