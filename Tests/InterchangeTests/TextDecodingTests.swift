import Testing

@testable import Interchange

@Suite("Encodings of text files")
struct TextDecodingTests {
  private let text = "Đường Nguyễn Huệ, ₫\nquận 1"

  private func decoded(_ bytes: [UInt8]) throws -> String {
    String(decoding: try TextDecoding.utf8(of: bytes).bytes, as: UTF8.self)
  }

  @Test("UTF-8 is read with and without a byte order mark")
  func utf8() throws {
    #expect(try decoded(Array(text.utf8)) == text)
    #expect(try decoded([0xEF, 0xBB, 0xBF] + text.utf8) == text)
  }

  @Test("UTF-16 is read in both orders by its mark")
  func utf16() throws {
    let low = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let high = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }

    #expect(try decoded([0xFF, 0xFE] + low) == text)
    #expect(try decoded([0xFE, 0xFF] + high) == text)
    #expect(throws: Finding(.unknownEncoding, ["UTF-16"])) { try decoded([0xFE, 0xFF, 0x00]) }
    #expect(throws: Finding(.unknownEncoding, ["UTF-16"])) { try decoded([0xFF, 0xFE, 0x00, 0xD8]) }
  }

  @Test("Windows-1258 writes tones as marks after the letter, and is composed")
  func windows1258() throws {
    // "Đường Huệ ă Ă ơ Ơ ₫ “" as Python's codec cp1258 writes it.
    let bytes: [UInt8] =
      [0xD0, 0xFD, 0xF5, 0xCC, 0x6E, 0x67, 0x20, 0x48, 0x75, 0xEA, 0xF2, 0x20, 0xE3, 0x20, 0xC3, 0x20]
      + [0xF5, 0x20, 0xD5, 0x20, 0xFE, 0x20, 0x93]

    #expect(try decoded(bytes).unicodeScalars.elementsEqual("Đường Huệ ă Ă ơ Ơ ₫ “".unicodeScalars))
  }

  @Test("letters of TCVN3 and VNI fonts are refused with the word that shows them")
  func fonts() throws {
    // "được" in TCVN3 and in VNI.
    #expect(throws: Finding(.fontEncoding, ["®\u{AD}î"], line: 1)) { try decoded([0xAE, 0xAD, 0xEE, 0x63, 0x20]) }
    #expect(throws: Finding(.fontEncoding, ["ñöô"], line: 2)) {
      try decoded([0x61, 0x0A, 0xF1, 0xF6, 0xF4, 0xEF, 0x63, 0x0A])
    }
    #expect(try decoded(Array("Z".utf8) + [0xFC] + Array("rich, 10 m".utf8) + [0xB2]) == "Zürich, 10 m²")
  }

  @Test("decomposed letters are composed, whatever the order of their marks")
  func composition() {
    let decomposed = [
      "e\u{302}\u{323}", "e\u{323}\u{302}", "\u{EA}\u{323}", "\u{1EB9}\u{302}", "U\u{31B}\u{300}", "u\u{300}\u{31B}",
    ]

    #expect(
      decomposed.map { Array(Composition.composed($0).unicodeScalars) } == [["ệ"], ["ệ"], ["ệ"], ["ệ"], ["Ừ"], ["ừ"]])
  }

  @Test("every letter of the alphabet with every tone is composed from its parts, and marks that fit nothing stay")
  func everyLetter() {
    let tones: [Unicode.Scalar] = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
    var count = 0
    for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
      for tone in tones {
        let composed = Composition.composed(String(letter) + String(Character(tone)))
        // Equality of texts is canonical in Swift, so that the standard library judges.
        #expect(composed == String(letter) + String(Character(tone)))
        #expect(composed.unicodeScalars.count == 1)
        count += 1
      }
    }

    #expect(count == 120)
    #expect(Composition.composed("n\u{303}a\u{301}\u{301}").unicodeScalars.count == 4)
  }
}
