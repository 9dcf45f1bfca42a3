import Testing

@testable import Audio

@Suite("Lines and their names")
struct LineTests {
  @Test("white space makes no other line, every letter does")
  func names() {
    #expect(LineKey(" Câu  hỏi\n một ") == LineKey("Câu hỏi một"))
    #expect(LineKey("Câu hỏi một") != LineKey("Câu hỏi mốt"))
    #expect(LineKey("a").text == "af63dc4c8601ec8c")  // FNV-1a's own vector
    #expect(LineKey(text: "af63dc4c8601ec8c") == LineKey("a"))
    #expect(LineKey(text: "AF63DC4C8601EC8C") == nil)
  }

  @Test("a line is known whole, else by sentences, else around its numbers; one with a name in it is left out")
  func pieces() {
    let known = Set(["Câu", "trên", "3", "20", "Mời vào.", "Xin chào."].map { LineKey($0) })
    func spoken(_ line: String) -> [LineKey] { LinePieces.known(line) { known.contains($0) } }
    #expect(spoken("Mời vào.") == [LineKey("Mời vào.")])
    #expect(spoken("Câu 3 trên 20") == ["Câu", "3", "trên", "20"].map { LineKey($0) })
    #expect(spoken("Xin chào. Bà Hoa. Mời vào.") == [LineKey("Xin chào."), LineKey("Mời vào.")])
    #expect(spoken("Bà Hoa 3").isEmpty)
  }
}
