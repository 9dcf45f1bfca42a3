/// Microsoft's code page for Vietnamese, as older Windows programs save "CSV" and "ANSI" text.
///
/// The table is that of Unicode's mapping file `CP1258.TXT`: Windows-1252 but for the places below. Tones come as combining
/// marks after their letter.
enum Windows1258 {
  /// Nil for the nine bytes that mean nothing.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80].flatMap(Unicode.Scalar.init)
  }

  private static let upper: [UInt32?] = {
    var table: [UInt32?] = (0x80...0xFF).map { UInt32($0) }
    let punctuation: [UInt32?] = [
      0x20AC, nil, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, nil, 0x2039, 0x0152, nil, nil, nil,
      nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, nil, 0x203A, 0x0153, nil, nil,
      0x0178,
    ]
    table.replaceSubrange(0..<0x20, with: punctuation)
    let own: [(Int, UInt32)] = [
      (0xC3, 0x0102), (0xCC, 0x0300), (0xD0, 0x0110), (0xD2, 0x0309), (0xD5, 0x01A0), (0xDD, 0x01AF), (0xDE, 0x0303),
      (0xE3, 0x0103), (0xEC, 0x0301), (0xF0, 0x0111), (0xF2, 0x0323), (0xF5, 0x01A1), (0xFD, 0x01B0), (0xFE, 0x20AB),
    ]
    for (byte, scalar) in own { table[byte - 0x80] = scalar }
    return table
  }()
}
