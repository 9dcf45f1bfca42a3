/// Digit texts that are the same in every run.
struct DigitTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(_ length: Int) -> String {
    String(decoding: (0..<length).map { _ in UInt8(ascii: "0") + UInt8(roll(10)) }, as: UTF8.self)
  }

  /// A number below `limit`, by Knuth's MMIX generator.
  mutating func roll(_ limit: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % limit
  }
}
