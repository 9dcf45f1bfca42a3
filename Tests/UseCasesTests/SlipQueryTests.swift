import Assessment
import Slip
import TestSupport
import Testing
import UseCases

@Suite("What was typed to find a slip")
struct SlipQueryTests {
  @Test(
    "names, numbers, codes and scans are told apart",
    arguments: [
      ("hoa", SlipQuery.name("hoa")), ("  Nguyễn   Thị Hoa ", .name("Nguyễn Thị Hoa")), ("5", .serial(5)),
      ("0000000012", .serial(12)), ("1234 5678 9012 3456", .spokenCode("1234 5678 9012 3456")),
      ("1234-5678-9012-3456", .spokenCode("1234-5678-9012-3456")), ("123456789012345", .spokenCode("123456789012345")),
      ("12345678901", .spokenCode("12345678901")),
      (String(repeating: "8", count: 21), .scanned("888888888888888888888")),
      ("https://vi.du/phieu", .name("https://vi.du/phieu")),
    ])
  func kinds(typed: String, query: SlipQuery) {
    #expect(SlipQuery(typed: typed) == query)
  }

  @Test(
    "twelve digits are a citizen number, alone or on a card, however a keyboard has mangled the rest",
    arguments: [
      "008158999003", "0081 5899 9003", World.hoa, "]Q1008158999003||Nguyeenx Thij Hoa|02091958|Nuwx|Tổ 5|15082021",
      "008158999003//Nguyễn Thị Hoa/02091958/Nữ",
    ])
  func numbers(typed: String) throws {
    #expect(SlipQuery(typed: typed) == .number(try #require(CitizenNumber("008158999003"))))
  }

  @Test("twelve digits that nobody's number has are taken for a code, which says that it is short")
  func impossibleNumber() {
    #expect(SlipQuery(typed: "008958999003") == .spokenCode("008958999003"))
  }

  @Test("a slip's number as it is printed names its issuer", arguments: ["02215-1 · 5", "02215-1 5", "02215-1·5"])
  func printed(typed: String) throws {
    #expect(SlipQuery(typed: typed) == .printed(try Issuer("02215-1"), serial: 5))
  }

  @Test("nothing is no query", arguments: ["", " ", "\t\r\n"])
  func nothing(typed: String) {
    #expect(SlipQuery(typed: typed) == nil)
  }

  @Test("whatever is typed, some query comes of it and none of them stops the search")
  func anything() throws {
    let box = try TestBox()
    var dice = SeededDice(seed: 20_261_121)
    let signs = Array("0123456789 .-·|aăâđêôơưHoà841\n\u{301}￿😀")
    for _ in 0..<2_000 {
      let text = String((0..<Int(dice.next() % 40)).map { _ in signs[Int(dice.next() % UInt64(signs.count))] })
      guard let query = SlipQuery(typed: text) else { continue }
      do {
        #expect(try box.kiosk.findRecords(query).slips.isEmpty)
      } catch let error as UseCaseError {
        guard case .desk = error else { throw error }
      }
    }
  }
}

@Suite("What a camera's picture shows")
struct FrameFindingTests {
  private let slip = "841" + String(repeating: "7", count: 200)
  private let other = "842" + String(repeating: "1", count: 200)
  private let number = CitizenNumber("008158999003")

  @Test("one slip is read; the same one seen twice is one")
  func one() {
    #expect(FrameFinding(texts: [slip]) == .slip(slip, holder: nil))
    #expect(FrameFinding(texts: [slip, slip]) == .slip(slip, holder: nil))
  }

  @Test("a card gives its number and nothing else, alone or beside a slip")
  func card() throws {
    #expect(FrameFinding(texts: [World.hoa]) == .card(try #require(number)))
    #expect(FrameFinding(texts: [World.hoa, slip]) == .slip(slip, holder: number))
  }

  @Test("nothing, something else, and too much are told apart")
  func others() {
    #expect(FrameFinding(texts: []) == .nothing)
    for foreign in ["https://example.vn/84", "1234567890123456", "841", "84", "WIFI:S:UBND;;", ""] {
      #expect(FrameFinding(texts: [foreign]) == .foreign, "\(foreign)")
    }
    #expect(FrameFinding(texts: [slip, other]) == .several)
    #expect(FrameFinding(texts: [slip, "https://example.vn"]) == .several)
    #expect(FrameFinding(texts: ["a", "b"]) == .several)
    #expect(FrameFinding(texts: [World.hoa, World.suong]) == .several)
    #expect(FrameFinding(texts: [World.hoa, "a"]) == .several)
    #expect(FrameFinding(texts: ["8" + String(repeating: "4", count: 10_000)]) == .foreign)
  }
}
