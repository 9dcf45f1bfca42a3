/// How worksheets write things down.
package enum CellText {
  /// From 0, as in 27 for `AB7`; nil where that is no reference.
  package static func column(_ reference: String) -> Int? {
    var column = 0
    let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
    let digits = reference.utf8.dropFirst(letters.count)
    guard (1...3).contains(letters.count), (1...7).contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    for letter in letters { column = column * 26 + Int(letter - 0x40) }
    return column - 1
  }

  /// Excel writes characters that XML cannot hold as `_x000D_`, and the sign itself as `_x005F_`. Line ends become LF.
  package static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) || text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if let unit = unit(rest) {
        bytes += unit == 0x0D ? [] : Array(String(decoding: [unit], as: UTF16.self).utf8)
        rest = rest.dropFirst(7)
      } else {
        if byte != 0x0D { bytes.append(byte) }
        rest = rest.dropFirst()
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func unit(_ rest: ArraySlice<UInt8>) -> UInt16? {
    let place = rest.startIndex
    guard rest.count >= 7, rest[place] == UInt8(ascii: "_"), rest[place + 1] == UInt8(ascii: "x"),
      rest[place + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = rest[place + 2..<place + 6]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x46).contains($0 & 0xDF) }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  /// Whole numbers below 10¹⁵ without a point, as a worksheet shows them.
  package static func shortest(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return "\(number)"
  }
}

/// Number formats of worksheets.
package enum NumberFormat {
  /// Formats that are never written out: dates and times of ECMA-376, 18.8.30, with those of East Asian systems.
  package static let builtInDates = [14...22, 27...36, 45...47, 50...58]

  /// Whether a format code shows a date or time: one with d, m, y, h or s outside of quotes, brackets and escapes.
  package static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]" where !isQuoted: isBracketed = false
      case "\\" where !isQuoted, "_" where !isQuoted, "*" where !isQuoted: isEscaped = true
      case "d", "m", "y", "h", "s": if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}

/// Dates of worksheets: days since 31 December 1899, with a 29 February 1900 that never was, or since 1 January 1904.
package enum SerialDate {
  /// Nil outside of the years 1900 to 9999.
  package static func text(_ serial: Double, startsIn1904: Bool) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial)
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    let time = seconds == 0 ? nil : clock(seconds)
    if day == 0, !startsIn1904 { return time ?? "00:00:00" }
    let date =
      startsIn1904 ? civil(daysSince1970: day - 24_107) : civil(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
    return time.map { date + "T" + $0 } ?? date
  }

  private static func clock(_ seconds: Int) -> String {
    [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }

  /// The Gregorian date of a day, by Hinnant's `civil_from_days`.
  private static func civil(daysSince1970: Int) -> String {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }
}
