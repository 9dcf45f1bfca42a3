import Testing

@testable import Assessment

@Suite("Reading in other frameworks")
struct CrosswalkTests {
  private static let crosswalks = """
    "crosswalks": [{"id": "digcomp", "name": "DigComp", "version": "3.0", "source": "JRC", "note": "của phần mềm",
     "areas": [{"code": "1", "name": "Tìm", "checked": true}, {"code": "4", "name": "An toàn", "checked": true}],
     "competences": [{"code": "1.2", "name": "Đánh giá", "checked": false}, {"code": "4.1", "name": "Thiết bị", "checked": true}]}],
    """

  private func bank(codes: String) throws -> ItemBank {
    var files = SampleFiles.files()
    let text = SampleFiles.framework.replacing("\"areas\":", with: Self.crosswalks + "\"areas\":")
      .replacing("\"name\": \"Chọn hàng\",", with: "\"name\": \"Chọn hàng\", \"crosswalk\": {\(codes)},")
    files[0] = ItemBank.File(path: files[0].path, bytes: Array(text.utf8))
    return try ItemBank.read(files)
  }

  @Test("points stand in every area of the other framework that a competence points to")
  func reads() throws {
    let framework = try bank(codes: "\"digcomp\": [\"1.2\", \"4.1\"]").framework
    let crosswalk = try #require(framework.crosswalks.first)
    let scores = [100, 40].map {
      ItemScore(competence: Competence.ID("mua-sam.chon"), area: Area.ID("mua-sam"), credit: $0)
    }
    let reading = CrosswalkReading(crosswalk, scores: scores, framework: framework)

    #expect(reading.lines.map(\.area.code) == ["1", "4"])
    #expect(reading.lines.allSatisfy { $0.credit == 140 && $0.asked == 2 })
  }

  @Test("areas that no item touched are left out")
  func untouched() throws {
    let framework = try bank(codes: "\"digcomp\": [\"4.1\"]").framework
    let crosswalk = try #require(framework.crosswalks.first)
    let score = ItemScore(competence: Competence.ID("mua-sam.chon"), area: Area.ID("mua-sam"), credit: 0)

    #expect(CrosswalkReading(crosswalk, scores: [score], framework: framework).lines.map(\.area.code) == ["4"])
    #expect(CrosswalkReading(crosswalk, scores: [], framework: framework).lines.isEmpty)
  }

  @Test(
    "a code or framework that does not exist is a problem",
    arguments: [
      ("\"digcomp\": [\"9.9\"]", "names \"9.9\", which digcomp does not have"),
      ("\"bloom\": [\"1\"]", "names the crosswalk \"bloom\", which is not here"),
      ("\"digcomp\": \"1.2\"", "must be a list"),
    ])
  func unknown(codes: String, expected: String) {
    let faulty = #expect(throws: ItemBank.Faulty.self) { try bank(codes: codes) }
    #expect(faulty?.problems.contains { $0.text.contains(expected) } == true)
  }
}
