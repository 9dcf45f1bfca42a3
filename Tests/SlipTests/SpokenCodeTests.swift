import Slip
import Testing

@Suite("Spoken code")
struct SpokenCodeTests {
  @Test("572 has the check digit 4, so it reads 5724")
  func knownDigit() throws {
    let code = SpokenCode(try SlipToken(digits: "572572572000"))
    #expect(code.text == "5724 5724 5724 0000")
    #expect(try SpokenCode("5724 5724 5724 0000").token.digits == "572572572000")
  }

  @Test(
    "spaces, dots and hyphens may stand anywhere",
    arguments: ["5724572457240000", "5724.5724-5724 0000", " 5-7.24 57245724 0000-"])
  func separators(text: String) throws {
    #expect(try SpokenCode(text).token.digits == "572572572000")
  }

  @Test(
    "any other character is refused with its place",
    arguments: [("5724x", 4), ("５724", 0), ("57\t24", 2), ("5724 5724\u{a0}", 9)])
  func otherCharacters(text: String, place: Int) {
    #expect(throws: SlipError.codeCharacter(at: place)) { try SpokenCode(text) }
  }

  @Test(
    "fewer or more than 16 digits are refused with their number",
    arguments: [("", 0), ("5724 5724 5724 000", 15), ("57245724572400001", 17)])
  func length(text: String, digits: Int) {
    #expect(throws: SlipError.codeLength(digits: digits)) { try SpokenCode(text) }
  }

  @Test("all mistyped groups are named, counted from 1")
  func groupsNamed() {
    #expect(throws: SlipError.codeMistyped(groups: [2, 4])) { try SpokenCode("5724 5734 5724 0001") }
  }

  @Test("while typing, a finished group is right or wrong before the next one begins")
  func typing() throws {
    #expect(try SpokenCode.states(typing: "") == [.open(typed: 0), .open(typed: 0), .open(typed: 0), .open(typed: 0)])
    #expect(try SpokenCode.states(typing: "5724 57") == [.right, .open(typed: 2), .open(typed: 0), .open(typed: 0)])
    #expect(try SpokenCode.states(typing: "5742-5724.5") == [.wrong, .right, .open(typed: 1), .open(typed: 0)])
    #expect(throws: SlipError.codeLength(digits: 17)) { try SpokenCode.states(typing: "57245724572400001") }
  }

  @Test("a text of few digits is taken for a spoken code, a scan of hundreds is not")
  func likely() {
    #expect(SpokenCode.isLikely("5724-5724 5724.0000") && SpokenCode.isLikely("8412"))
    #expect(!SpokenCode.isLikely("") && !SpokenCode.isLikely("https://vi.example") && !SpokenCode.isLikely(" - "))
    #expect(!SpokenCode.isLikely(String(repeating: "8", count: 300)))
  }
}

/// Groups stand alone, so what holds for all 1,000 groups and all 1,000,000 pairs of neighbours holds for all
/// 10¹² codes.
@Suite("Spoken code, proved over all groups")
struct SpokenCodeProof {
  private let groups: [[UInt8]]

  init() throws {
    groups = try (0..<1000).map { number in
      let token = try SlipToken(number: UInt64(number))
      return SpokenCode(token).groups[3].utf8.map { $0 - 0x30 }
    }
  }

  /// Asks through the public door whether one group of four digits passes.
  private func passes(_ group: [UInt8]) throws -> Bool {
    try SpokenCode.states(typing: group.map { String($0) }.joined())[0] == .right
  }

  @Test("of 10,000 groups of four digits exactly the 1,000 made ones pass")
  func exactlyTheMadeOnes() throws {
    let made = Set(groups)
    var passed = 0
    for number in 0..<10_000 {
      let group = (0..<4).map { UInt8(number / [1000, 100, 10, 1][$0] % 10) }
      let isRight = try passes(group)
      #expect(isRight == made.contains(group))
      passed += isRight ? 1 : 0
    }
    #expect(passed == 1000)
  }

  @Test("every single wrong digit is caught in its own group: all 36,000")
  func everySingleError() throws {
    let made = Set(groups)
    for group in groups {
      for place in 0..<4 {
        for digit in UInt8(0)...9 where digit != group[place] {
          var wrong = group
          wrong[place] = digit
          #expect(!made.contains(wrong))
        }
      }
    }
  }

  @Test("every swap of two neighbours inside a group is caught: all 3,000")
  func everySwapInside() throws {
    let made = Set(groups)
    for group in groups {
      for place in 0..<3 where group[place] != group[place + 1] {
        var wrong = group
        wrong.swapAt(place, place + 1)
        #expect(!made.contains(wrong))
      }
    }
  }

  @Test("every swap of a check digit with the next group's first digit is caught in both groups: all 1,000,000")
  func everySwapAcross() throws {
    var right = [Bool](repeating: false, count: 10_000)
    for group in groups { right[index(group)] = true }
    var missed = 0
    for left in groups {
      for next in groups where left[3] != next[0] {
        let swappedLeft = index(left) - Int(left[3]) + Int(next[0])
        let swappedNext = index(next) + (Int(left[3]) - Int(next[0])) * 1000
        missed += right[swappedLeft] || right[swappedNext] ? 1 : 0
      }
    }
    #expect(missed == 0)
  }

  private func index(_ group: [UInt8]) -> Int { group.reduce(0) { $0 * 10 + Int($1) } }
}
