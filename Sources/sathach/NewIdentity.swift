import Sealing
import Slip

/// Gives a box another device number and another key for slips, so that no serial of one device occurs twice.
///
/// The steps stand in such an order that a power cut between any two of them leaves a box that begins anew: the number, by
/// which a start sees whether it is done, changes last.
struct NewIdentity {
  let folder: BoxFolder
  let former: Issuer
  let formerKey: [UInt8]
  /// The last one that the data still hold.
  let lastSerial: Int

  struct Names {
    let issuer: Issuer
    let firstSerial: Int
  }

  /// - Parameter device: nil for the next number after all that this box had.
  func take(device: Int? = nil) throws -> Names {
    var keys = try folder.formerKeys()
    let used = ([former] + keys.entries.map(\.issuer)).compactMap { Int($0.device) }
    let number = device ?? ((used.max() ?? 0) + 1)
    guard !used.contains(number), (1...9999).contains(number) else {
      throw Failure.refused("sathach: device \(number) was used before; give another number with --device")
    }
    if keys.entries.last?.issuer != former {
      keys.entries.append(
        FormerKeys.Entry(
          publicKey: formerKey, issuer: former, firstSerial: keys.nextSerial, lastSerial: lastSerial))
      try FileSystem.write(keys.text, to: folder.formerKeysFile, mode: 0o600)
    }
    // In place of the old one, whose public half stays for checking.
    try FileSystem.write(bytes: RandomBytes.bytes(KeyFile.keyLength), to: folder.slipKeyFile, mode: 0o600)
    try renumber(number)
    return Names(issuer: try folder.issuer(), firstSerial: keys.nextSerial)
  }

  /// Only the line of the device changes; what somebody wrote around it stays.
  private func renumber(_ device: Int) throws {
    let lines = try FileSystem.text(folder.settingsFile).split(separator: "\n", omittingEmptySubsequences: false)
    var isSet = false
    let changed = lines.map { line -> String in
      let key = line.split(separator: "=", omittingEmptySubsequences: false).first.map { $0.trimmed }
      guard key == "device" else { return String(line) }
      isSet = true
      return "device = \(device)"
    }
    let text = (changed + (isSet ? [] : ["device = \(device)", ""])).joined(separator: "\n")
    try FileSystem.write(text, to: folder.settingsFile, mode: 0o600)
  }
}
