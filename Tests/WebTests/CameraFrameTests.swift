import Assessment
import TestSupport
import Testing
import UseCases

@testable import Web

@Suite("A camera's picture")
struct CameraFrameTests {
  private static func frame(
    _ width: Int, _ height: Int, token: String = "0a1b", values: Int? = nil
  ) -> [UInt8] {
    Array("P5\n# \(token)\n\(width) \(height)\n255\n".utf8) + [UInt8](repeating: 200, count: values ?? width * height)
  }

  @Test("token, sides and values are read as they were sent")
  func reads() throws {
    let read = try CameraFrame(Self.frame(40, 30))
    #expect(read.token == "0a1b" && read.frame.width == 40 && read.frame.height == 30)
    #expect(read.frame.values.count == 1_200 && read.frame.values.allSatisfy { $0 == 200 })
  }

  @Test(
    "another head, another length, and sides out of bounds are refused",
    arguments: [
      "", "P5", "P5\n# \n40 30\n255\n", "P5\n40 30\n255\n", "P6\n# 0a\n16 16\n255\n", "P5\n# 0A\n16 16\n255\n",
      "P5\n# 0a\n016 16\n255\n", "P5\n# 0a\n16  16\n255\n", "P5\n# 0a\n-16 16\n255\n", "P5\n# 0a\n16 16\n256\n",
      "P5\n# 0a\n15 16\n255\n", "P5\n# 0a\n99999 16\n255\n", "P5\r\n# 0a\r\n16 16\r\n255\r\n", "P5\n# 0a",
    ])
  func refuses(head: String) {
    #expect(throws: FormFault.self) { try CameraFrame(Array(head.utf8) + [UInt8](repeating: 0, count: 256)) }
  }

  @Test("a value too many or too few is refused, and so are more dots than are taken")
  func lengths() {
    for values in [0, 255, 257] {
      #expect(throws: FormFault.notAForm) { try CameraFrame(Self.frame(16, 16, values: values)) }
    }
    #expect(throws: FormFault.tooLarge) { try CameraFrame(Self.frame(1_280, 960)) }
    #expect(throws: Never.self) { try CameraFrame(Self.frame(1_280, 720)) }
    let token = String(repeating: "a", count: 129)
    #expect(throws: FormFault.notAForm) { try CameraFrame(Self.frame(16, 16, token: token)) }
  }

  @Test("20,000 damaged pictures are each refused, or read with exactly as many values as their sides say")
  func survives() {
    var dice = SeededDice(seed: 20_261_121)
    let whole = Self.frame(32, 24)
    var read = 0
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0...dice.below(2) {
        // The head is short: most blows shall hit it.
        let place = dice.below(min(bytes.count, dice.below(4) == 0 ? bytes.count : 30))
        switch dice.below(5) {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
        case 1: bytes.insert(UInt8(ascii: "0") + UInt8(dice.below(10)), at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes.swapAt(place, dice.below(bytes.count))
        default: bytes.removeLast(dice.below(3))
        }
      }
      guard let frame = try? CameraFrame(bytes).frame else { continue }
      read += 1
      #expect(frame.values.count == frame.width * frame.height && frame.values.count <= CameraFrame.mostDots)
    }
    // Were all refused, or none, this would test nothing.
    #expect((500...19_000).contains(read))
  }
}
