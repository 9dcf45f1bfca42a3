import Assessment
import Testing

@testable import Web

/// Drawings damaged by chance, the same chance each time.
@Suite("Damaged drawings")
struct DrawingMutationTests {
  private static let whole = Array(
    """
    <rect x='4' width="90" height='40' rx=".5" fill='#eef' stroke='none'/>
    <g transform='translate(2,3) rotate(45)' opacity='0.5'>
     <path d="M1 1L2-2a5 5 0 01.5.5z" stroke-dasharray='4 2'/><polygon points='0,0 4,4 0,4'/>
     <text x='1' text-anchor='middle'>Số &lt; &amp; 'dư'<tspan dy='2'>&quot;&apos;</tspan></text>
    </g>
    """.utf8)
  private static let pieces = [
    "<", ">", "/>", "</g>", "<g>", "<g/>", "<text>", "</text>", "<tspan/>", "'", "\"", "&", "&gt;", "&#60;", "<!--",
    "<?", " x='1'", " fill='url(#a)'", " onload='a'", "<script>", "\u{0}", "\n", " ", ",", "-", ".", "9", "M",
    "ệ", "\u{301}",
  ].map { Array($0.utf8) }

  @Test("20,000 damaged drawings are each refused, or read as shapes whose markup reads back the same")
  func survives() throws {
    var dice = SeededDice(seed: 20_260_101)
    var read = 0
    for _ in 0..<20_000 {
      let fragment = Self.damaged(&dice)
      guard let shapes = try? DrawingReader.read(Self.lines(fragment)) else { continue }
      read += 1
      let drawing = Drawing(alt: Item.Wording("a"), width: 40, height: 40, shapes: shapes)
      let again = try? DrawingReader.read(Self.lines(Self.withApostrophes(drawing.inner.bytes)))
      guard again == shapes else {
        Issue.record("\(String(decoding: fragment, as: UTF8.self))")
        return
      }
    }
    // Were all refused, or none, this would test nothing.
    #expect((1_000...19_000).contains(read))
  }

  private static func damaged(_ dice: inout SeededDice) -> [UInt8] {
    var bytes = whole
    for _ in 0...dice.below(3) where !bytes.isEmpty {
      let start = dice.below(bytes.count)
      let end = min(bytes.count, start + dice.below(12))
      switch dice.below(6) {
      case 0: bytes[start] = UInt8(truncatingIfNeeded: dice.next())
      case 1: bytes[start] = whole[dice.below(whole.count)]
      case 2: bytes.removeSubrange(start..<end)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: dice.below(bytes.count))
      case 4: bytes.removeSubrange(min(bytes.count, start + 150)...)
      default: bytes.insert(contentsOf: pieces[dice.below(pieces.count)], at: start)
      }
    }
    return bytes
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Pages write the apostrophe by its number, as HTML 4 has no name for it; drawings are written with its name.
  private static func withApostrophes(_ bytes: [UInt8]) -> [UInt8] {
    let parts = bytes.split(separator: Array("&#39;".utf8), omittingEmptySubsequences: false)
    return Array(parts.joined(separator: "&apos;".utf8))
  }
}
