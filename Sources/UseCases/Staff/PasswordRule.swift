/// What a password must be: long enough, and nothing that is tried first. No rule about kinds of characters, which
/// makes people write passwords down (NIST SP 800-63B, section 5.1.1.2).
package enum PasswordRule {
  package static let shortest = 10
  /// In bytes: hashing must not become a way to keep the box busy.
  package static let longest = 256

  /// The password as it is hashed. The box's own one-time passwords are digits in groups; whoever types them with
  /// spaces, hyphens or neither means the same.
  package static func plain(_ password: String) -> String {
    let bytes = password.utf8
    let isGrouped = bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 || $0 == 0x2D }
    return isGrouped ? String(decoding: bytes.filter { $0 >= 0x30 }, as: UTF8.self) : password
  }

  package static func fault(in password: String, login: Login) -> PasswordFault? {
    if password.utf8.count > longest { return .tooLong }
    let plain = plain(password)
    let small = plain.lowercased()
    if small == login.text { return .isLogin }
    if plain.count < shortest { return .tooShort }
    return common.contains(small) || isMadeOfContext(small) ? .isCommon : nil
  }

  /// Whether nothing is left once the office's own words, digits and signs between them are taken away.
  private static func isMadeOfContext(_ small: String) -> Bool {
    var rest = Substring(String(decoding: small.utf8.filter { $0 >= 0x61 && $0 <= 0x7a || $0 >= 0x80 }, as: UTF8.self))
    guard !rest.isEmpty else { return false }
    while let word = contextWords.first(where: rest.hasPrefix) { rest = rest.dropFirst(word.count) }
    return rest.isEmpty
  }

  /// What is guessed first at this very door: product, movement, office, roles. Longer words stand before their beginnings.
  static let contextWords = [
    "binhdanhocvuso", "binhdanhocvu", "kynangso", "sathachso", "sathach", "vneid", "uyban", "ubnd", "phuong", "xa",
    "motcua", "canbo", "vanphong", "kythuatvien", "kythuat", "matkhau", "password", "quantri", "admin", "officer",
    "clerk", "technician", "kiosk", "vietnam",
  ]

  /// 4 to 6 digits.
  static func isPIN(_ text: String) -> Bool {
    (4...6).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// What is tried first, of ten characters and more; shorter ones are refused anyway.
  static let common: Set<String> = [
    "0000000000", "0101010101", "0123456789", "0987654321", "1111111111", "1122334455", "1212121212", "1231231231",
    "123123123123", "12345678900", "1234567890", "12345678910", "1234512345", "123456123456", "123456789a",
    "123456789q", "1234567890a", "1234567890q", "123qwe123qwe", "147258369a", "1q2w3e4r5t", "1q2w3e4r5t6y",
    "1qaz2wsx3edc", "2222222222", "5555555555", "6666666666", "8888888888", "9876543210", "9999999999", "a123456789",
    "aaaaaaaaaa", "abc123456789", "abcd123456", "abcd1234567", "abcdefghij", "admin12345", "admin123456",
    "administrator", "anhyeuem123", "asdfghjkl1", "binhdanhocvuso", "iloveyou123", "letmein123", "matkhau123",
    "matkhau1234", "password01", "password12", "password123", "password1234", "q1w2e3r4t5", "qwerty12345",
    "qwerty123456", "qwertyuiop", "qwertyuiop123", "vietnam123", "vietnam2026", "yeuemnhieu", "zaq12wsxcde3",
  ]
}
