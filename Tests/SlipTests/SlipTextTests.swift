import Slip
import Testing

@Suite("QR text")
struct SlipTextTests {
  @Test(
    "one to seven bytes take 3, 5, 8, 10, 13, 15 and 17 digits, big-endian and zero-padded",
    arguments: [
      ([], "841"), ([0], "841000"), ([255], "841255"), ([1, 0], "84100256"), ([255, 255], "84165535"),
      ([0, 0, 9], "84100000009"), ([255, 255, 255, 255], "8414294967295"), ([0, 0, 0, 1, 0], "8410000000000256"),
      ([255, 255, 255, 255, 255, 255], "841281474976710655"), ([0, 0, 0, 0, 0, 0, 1], "84100000000000000001"),
      ([255, 255, 255, 255, 255, 255, 255, 7], "84172057594037927935007"),
    ] as [([UInt8], String)])
  func examples(bytes: [UInt8], text: String) throws {
    #expect(SlipText.encode(bytes) == text)
    #expect(try SlipText.decode(text) == bytes)
  }

  @Test("0 to 160 random bytes are read back from digits only")
  func roundTrip() throws {
    var numbers = SeededNumbers(seed: 841)
    for count in 0...SlipBytes.greatestLength {
      let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &numbers) }
      let text = SlipText.encode(bytes)
      #expect(text.utf8.allSatisfy { (0x30...0x39).contains($0) } && text.utf8.count <= SlipText.greatestLength)
      #expect(try SlipText.decode(text) == bytes)
    }
  }

  @Test("white space around the text is tolerated", arguments: [" 841255", "841255\r\n", "\t\n 841255 \n\n"])
  func whiteSpace(text: String) throws {
    #expect(try SlipText.decode(text) == [255])
  }

  @Test(
    "a text that is no slip is refused with its reason",
    arguments: [
      ("", .empty), (" \n", .empty), ("https://vi.example/841", .notOurs), ("001160000001|Hoa", .notOurs),
      ("941255", .notOurs), ("48", .notOurs), ("8", .truncated), ("84", .truncated), ("84x", .notDigits(at: 2)),
      ("842255", .otherVersion(2)), ("840", .otherVersion(0)), ("841 255", .notDigits(at: 3)),
      ("841255\n841255", .notDigits(at: 6)), ("84125５", .notDigits(at: 5)), ("841-25", .notDigits(at: 3)),
      ("8412", .truncated), ("84125", .truncated), ("8412551", .truncated), ("8410000000000000000", .truncated),
      ("841256", .groupTooLarge(1)), ("84165536", .groupTooLarge(1)), ("84172057594037927936", .groupTooLarge(1)),
      ("84100000000000000001256", .groupTooLarge(2)), ("84199999999999999999", .groupTooLarge(1)),
      ("\u{feff}841255", .notOurs),
    ] as [(String, SlipError)])
  func refused(text: String, reason: SlipError) {
    #expect(throws: reason) { try SlipText.decode(text) }
  }

  @Test("more digits than 160 bytes need are refused, such as a slip scanned twice into one field")
  func tooLong() throws {
    let text = SlipText.encode([UInt8](repeating: 7, count: 150))
    #expect(throws: SlipError.tooLong(digits: 2 * text.utf8.count)) { try SlipText.decode(text + text) }
    #expect(throws: SlipError.tooLong(digits: 1_000_003)) {
      try SlipText.decode("841" + String(repeating: "0", count: 1_000_000))
    }
  }

  @Test("10,000 random digit strings are refused, or read and written back to the same digits")
  func oneTextForOneSlip() {
    var numbers = SeededNumbers(seed: 17)
    for _ in 0..<10_000 {
      let digits = (0..<Int.random(in: 0...36, using: &numbers)).map { _ in
        String(Int.random(in: 0...9, using: &numbers))
      }
      let text = "841" + digits.joined()
      guard let bytes = try? SlipText.decode(text) else { continue }
      #expect(SlipText.encode(bytes) == text)
    }
  }
}
