import Sealing
import Slip

/// The state of reading a ``SiteFile``: where it stands, and what was wrong so far.
struct SiteReading {
  var line = 0
  var faults: [SiteFile.Fault] = []
  /// Where each key stood first.
  private(set) var lines: [String: Int] = [:]

  /// Nil where the line is none, which is noted.
  mutating func pair(_ line: String) -> SiteFile.Line? {
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { $0.trimmed }
    guard parts.count == 2 else {
      note("expected \"key = value\"")
      return nil
    }
    if let first = lines[parts[0]] {
      note("\"\(parts[0])\" stands in line \(first) already")
      return nil
    }
    lines[parts[0]] = self.line
    return SiteFile.Line(key: parts[0], value: parts[1])
  }

  mutating func isSetting(_ pair: SiteFile.Line) -> Bool {
    guard Settings.keys.contains(pair.key) else {
      note("\"\(pair.key)\" is no key of a site file; `sathach setup --template` prints all of them")
      return false
    }
    guard pair.key != "commune" || pair.value != Settings().commune else {
      refuse(pair, "the commune's own code; \(pair.value) belongs to nobody")
      return false
    }
    do {
      _ = try Settings("\(pair.key) = \(pair.value)")
      return true
    } catch let fault as Settings.Fault {
      note(fault.text)
    } catch {
      note(OperatorWording.text(error))
    }
    return false
  }

  mutating func publicKey(_ pair: SiteFile.Line) -> [UInt8]? {
    if pair.value.isEmpty { return nil }
    guard let key = pair.value.hexBytes, key.count == KnownKey.publicKeyLength else {
      refuse(pair, "a public key, 64 hexadecimal digits")
      return nil
    }
    return key
  }

  /// A key in a file that travels on a stick is trusted only beside the fingerprint that its owner read out.
  mutating func confirm(_ key: String, _ bytes: [UInt8], by fingerprint: String?) {
    guard let anchor = try? Anchor(publicKey: bytes, sha256: Digest.sha256) else {
      return note("\"\(key)\" is no public key")
    }
    guard let fingerprint, anchor.isConfirmed(by: fingerprint) else {
      let name = key.replacingEnd("-key", with: "-fingerprint")
      return note(
        "\"\(key)\" has the fingerprint \(anchor.fingerprint); \"\(name)\" must say the same, as its owner read it out")
    }
  }

  mutating func refuse(_ pair: SiteFile.Line, _ expected: String) {
    note("\"\(pair.key)\" is \"\(pair.value)\"; expected \(expected)")
  }

  private mutating func note(_ text: String) {
    faults.append(SiteFile.Fault(line: line, text: text))
  }
}

extension String {
  fileprivate func replacingEnd(_ end: String, with other: String) -> String {
    hasSuffix(end) ? dropLast(end.count) + other : self
  }
}
