/// What is spoken for one word on a page: the table first, then the rules for dates, times, numbers, addresses and
/// abbreviations, each of which a voice would read wrongly. Punctuation stays, since a voice breathes by it.
struct SpokenWord {
  let text: String

  init(_ word: String, after: String, _ table: Pronunciations) {
    let front = word.prefix { Self.isMark($0) && $0 != "@" }
    let rest = word.dropFirst(front.count)
    let back = String(rest.reversed().prefix { Self.isMark($0) && $0 != "%" }.reversed())
    let core = String(rest.dropLast(back.count))
    guard !core.isEmpty else {
      text = Self.marks[word] ?? ""
      return
    }
    let end = back.filter { ",.;:?!…".contains($0) }.prefix(1)
    text = Self.said(core, after: after.lowercased(), table) + (end == "…" ? "." : end)
  }

  private static let marks = [
    "&": "và", "+": "cộng", "=": "bằng", "→": "rồi", "%": "phần trăm", "–": ",", "-": ",", "—": ",",
  ]

  private static func isMark(_ character: Character) -> Bool {
    !(character.isLetter || character.isNumber)
  }

  private static func said(_ word: String, after: String, _ table: Pronunciations) -> String {
    table.words[word] ?? date(word, after) ?? time(word) ?? number(word, table) ?? address(word, table)
      ?? abbreviation(word, table) ?? word
  }

  /// `21/11/2026`, `21/11`; a fraction elsewhere, as in `9/10`.
  private static func date(_ word: String, _ after: String) -> String? {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count <= 4 }) else {
      return nil
    }
    let day = ["ngày", "mùng", "hôm", "sáng", "chiều", "tối"].contains(after) ? "" : "ngày "
    if numbers.count == 3 { return "\(day)\(numbers[0]) tháng \(numbers[1]) năm \(numbers[2])" }
    if numbers[1] > 1_900 { return (after == "tháng" ? "" : "tháng ") + "\(numbers[0]) năm \(numbers[1])" }
    return day.isEmpty ? "\(numbers[0]) tháng \(numbers[1])" : "\(numbers[0]) trên \(numbers[1])"
  }

  /// `8:30`, `17h00`, `8h`.
  private static func time(_ word: String) -> String? {
    let parts = word.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" || $0 == "g" }
    guard parts.count == 2, let hour = Int(parts[0]), (0...24).contains(hour), parts[0].utf8.count <= 2 else {
      return nil
    }
    if parts[1].isEmpty { return word.hasSuffix(":") ? nil : "\(hour) giờ" }
    guard parts[1].utf8.count == 2, let minute = Int(parts[1]), (0...59).contains(minute) else { return nil }
    return minute == 0 ? "\(hour) giờ" : "\(hour) giờ \(minute)"
  }

  /// `1.250.000đ`, `3,5`, `50%`, and long ones or those that begin with 0 digit by digit.
  private static func number(_ word: String, _ table: Pronunciations) -> String? {
    let digits = word.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let unit = String(word.dropFirst(digits.count))
    guard digits.contains(where: \.isNumber), unit.allSatisfy({ !$0.isNumber }), digits.last?.isNumber == true else {
      return nil
    }
    let name = unit.isEmpty ? "" : units[unit] ?? table.words[unit]
    guard let name else { return nil }
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return nil }
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped = groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard groups.count == 1 || isGrouped else { return nil }
    let whole = groups.joined()
    let isCode = parts.count == 1 && !isGrouped && whole.count > 1 && (whole.hasPrefix("0") || whole.count > 6)
    let spoken = isCode ? whole.map(String.init).joined(separator: " ") : whole
    let fraction = parts.count == 2 ? " phẩy " + parts[1] : ""
    return spoken + fraction + (name.isEmpty ? "" : " \(name)")
  }

  private static let units = [
    "%": "phần trăm", "đ": "đồng", "k": "nghìn", "K": "nghìn", "tr": "triệu", "kg": "ki lô gam", "g": "gam", "m": "mét",
    "km": "ki lô mét",
    "cm": "xăng ti mét", "GB": "ghi ga bai", "MB": "mê ga bai", "h": "giờ", "G": "giê", "m²": "mét vuông",
  ]

  /// `dichvucong.gov.vn`, `lan@thu.vn`, `59/2024/NĐ-CP`: its parts with the signs between them named.
  private static func address(_ word: String, _ table: Pronunciations) -> String? {
    let isAddress =
      word.contains("@") || word.contains("//") || word.dropFirst().dropLast().contains { ".:/_".contains($0) }
    guard isAddress || (word.contains("-") && word.contains(where: \.isNumber)) || word.contains("-") && isShort(word)
    else {
      return nil
    }
    let isLaw = word.split(separator: "/").count == 3 && word.first?.isNumber == true
    var (said, part): ([String], String) = ([], "")
    func end() {
      if !part.isEmpty { said.append(self.part(part, isLaw: isLaw, table)) }
      part = ""
    }
    for character in word {
      guard let name = signs[character] else {
        part.append(character)
        continue
      }
      end()
      if !isLaw { said.append(name) }
    }
    end()
    return said.joined(separator: " ")
  }

  private static func part(_ part: String, isLaw: Bool, _ table: Pronunciations) -> String {
    if isLaw, part.utf8.count == 4, Int(part) != nil { return "năm \(part)" }
    return table.words[part] ?? number(part, table) ?? abbreviation(part, table) ?? part
  }

  private static let signs: [Character: String] = [
    ".": "chấm", "/": "gạch chéo", "-": "gạch nối", "_": "gạch dưới", "@": "a còng", ":": "hai chấm",
  ]

  /// Capitals only, as in `UBND`.
  private static func abbreviation(_ word: String, _ table: Pronunciations) -> String? {
    isShort(word) ? table.spelled(word.filter { $0 != "-" }) : nil
  }

  private static func isShort(_ word: String) -> Bool {
    let letters = word.filter { $0 != "-" }
    return (2...6).contains(letters.count) && letters.allSatisfy { ("A"..."Z").contains($0) || $0 == "Đ" }
      && !letters.contains(where: \.isNumber)
  }
}
