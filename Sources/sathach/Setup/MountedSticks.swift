/// Sticks and other disks that somebody has plugged in, by the list of mounts that Linux keeps (proc(5), fstab(5)).
enum MountedSticks {
  /// Where people's disks are mounted; the unit lets the service write there.
  private static let places = ["/media/", "/run/media/", "/mnt/"]

  static func folders(in mounts: String) -> [String] {
    let folders = mounts.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard words.count > 3 else { return nil }
      let folder = plain(words[1])
      let isWritable = words[3].split(separator: ",").contains("rw")
      return isWritable && (places.contains { folder.hasPrefix($0) } || folder == "/mnt") ? folder : nil
    }
    return Array(Set(folders)).sorted()
  }

  /// Spaces, tabs, line feeds and backslashes stand as three octal digits.
  private static func plain(_ word: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      guard byte == 0x5C, digits.count == 3, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8) else {
        bytes.append(byte)
        continue
      }
      bytes.append(code)
      rest = rest.dropFirst(3)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
