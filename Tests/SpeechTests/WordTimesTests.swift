import Audio
import Testing

@testable import Speech

/// Sound and silence in turns, so many milliseconds each.
private func samples(_ spans: [Int]) -> Samples {
  let values = spans.enumerated().flatMap { index, length in
    [Int16](repeating: index % 2 == 0 ? 9_000 : 0, count: length)
  }
  return Samples(rate: 1_000, values: values[...])
}

@Suite("Times of words")
struct WordTimesTests {
  @Test("a clause begins where the silence before it ends, and its words share its time by their letters")
  func clauses() {
    let times = WordTimes(["An,", "nghe", "", "kỹ."], in: samples([500, 200, 1_200]))
    #expect(times.milliseconds == [0, 700, 1_400, 1_400])
  }

  @Test("with fewer silences than marks the whole line is shared")
  func withoutSilence() {
    #expect(WordTimes(["một,", "hai,", "mốt."], in: samples([900])).milliseconds == [0, 300, 600])
  }

  @Test("silence around is cut away, but for a breath")
  func trims() {
    let sound = Samples(rate: 1_000, values: [0, 0, 900, 900] + [Int16](repeating: 0, count: 400))
    #expect(sound.trimmed.values.count == 52)
    #expect(Samples(rate: 1_000, values: [0, 0]).trimmed.values.isEmpty)
  }
}

@Suite("Speaking")
struct SpeakingTests {
  @Test("espeak-ng speaks a line, and Opus holds all of it")
  func speaks() throws {
    let spoken = try Voice(name: "vi", speed: 150).samples(of: "Bà con nghe rõ chưa?").trimmed
    let sound = try OpusEncoder.sound(spoken)
    #expect((800...4_000).contains(sound.milliseconds))
    #expect(abs(sound.milliseconds - spoken.milliseconds(spoken.values.endIndex)) <= 60)
  }

  @Test("a voice that there is not is told")
  func noSuchVoice() {
    #expect(throws: SpeechError.self) { try Voice(name: "khong-co", speed: 150).samples(of: "a") }
  }

  @Test("a line that is none is refused", arguments: ["", "a\tb\tc", "0123456789abcdef\tmột"])
  func unreadable(line: String) {
    #expect(throws: SpeechError.unreadableLine) { try SpeechJob(line) }
  }
}
