import Testing

@testable import Assessment

/// A fault planted into bà Tư's phone, and how it must be told.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  /// What stands on the line that must be told.
  let place: String
  let subject: String
  let problem: String

  var testDescription: String { problem }

  init(_ old: String, _ new: String, at place: String? = nil, _ subject: String = "", _ problem: String) {
    self.old = old
    self.new = new
    self.place = place ?? new
    self.subject = "item \"tra-tien\"" + subject
    self.problem = problem
  }
}

@Suite("Faults of simulated screens")
struct SimulationFaultTests {
  @Test("each planted fault is told with its line, and nothing else is", arguments: misshapen + misnamed + misled)
  func tellsFault(fault: PlantedFault) throws {
    let text = try #require(PhoneOfBaTu.text.exchanging(fault.old, for: fault.new))
    let (simulation, problems) = try PhoneOfBaTu.read(text)

    #expect(
      problems.map(\.description) == [
        ContentProblem(
          file: "items/tra-tien.json", line: text.line(of: fault.place), subject: fault.subject, text: fault.problem
        ).description
      ])
    #expect(simulation == nil)
  }

  @Test("a screen id that stands twice is told where it stands again")
  func refusesRepeatedScreen() throws {
    let text = try #require(PhoneOfBaTu.text.exchanging(#""id": "mat-tien""#, for: #""id": "da-tra", "title": "x""#))
    let problem = try #require(try PhoneOfBaTu.read(text).problems.first { $0.text.contains("twice") })

    #expect(problem.text == #"the screen id "da-tra" stands twice"#)
    #expect(problem.line == text.line(of: #""title": "x""#))
  }

  @Test("a screen behind a text that nobody can type is told, with the goals that need it")
  func refusesImpossibleText() throws {
    let text = try #require(PhoneOfBaTu.text.exchanging(#""is": ["150.000"]"#, for: #""is": ["!"]"#))

    #expect(
      try PhoneOfBaTu.read(text).problems.prefix(3).map(\.text) == [
        #"no way leads to the screen "da-tra""#, "no way leads to this goal", "no way leads to this goal",
      ])
  }

  @Test("several faults are told at once")
  func tellsAll() throws {
    var text = PhoneOfBaTu.text
    for fault in [Self.misshapen[0], Self.misshapen[3], Self.misnamed[0]] {
      text = try #require(text.exchanging(fault.old, for: fault.new))
    }

    #expect(try PhoneOfBaTu.read(text).problems.count == 3)
  }

  @Test(
    "what is no simulation at all is told, not crashed on",
    arguments: [
      "null", "[]", "7", "{}", #"{"screens": [1, [], null]}"#, #"{"screens": [{"elements": [[]]}, {"goals": 1}]}"#,
    ])
  func refusesForeign(text: String) throws {
    let (simulation, problems) = try PhoneOfBaTu.read(text)

    #expect(simulation == nil)
    #expect(!problems.isEmpty)
  }

  static let misshapen = [
    PlantedFault(
      #""device": "phone""#, #""device": "tablet""#, "", #""device" is "tablet"; expected one of phone, computer"#),
    PlantedFault(#""steps": 8"#, #""steps": 41"#, "", #""steps" must be a whole number from 3 to 40"#),
    PlantedFault(
      #""device": "phone","#, #""device": "phone", "color": 1,"#, "",
      #""color" is no name here; known are device, forbidden, goals, screens, start, steps"#),
    PlantedFault(
      #""credit": 50"#, #""credit": 101"#, ", goal", #""credit" must be a whole number from 1 to 100"#),
    PlantedFault(#""credit": 100"#, #""credit": 99"#, at: #""goals""#, "", "no goal has the credit 100"),
    PlantedFault(#""look": "messages""#, #""look": "sms""#, screen("tin-nhan"), looks),
    PlantedFault(
      #""ear": "Có hai ô.""#, #""ear": "\#(String(repeating: "a", count: 601))""#, screen("chinh"),
      #""ear" has 601 characters, at most 600 are allowed"#),
    PlantedFault(
      #""kind": "heading", "text": "Điện thoại của bà Tư""#, #""kind": "banner""#, screen("chinh", 1),
      "\"kind\" is \"banner\"; expected one of text, heading, small, note, facts, bubble, post, person, meter, picture, qr, "
        + "button, row, tile, link, switch, field"),
    PlantedFault(
      #""tone": "care""#, #""tone": "red""#, screen("sai-so", 1), #""tone" is "red"; expected one of info, good, care"#),
    PlantedFault(
      #"["Người nhận", "NGUYEN VAN BA"]"#, #"["Người nhận"]"#, screen("chuyen", 1),
      "a row is a list of a name and a value"),
    PlantedFault(
      #""entry": "number""#, #""entry": "date""#, screen("chuyen", 3),
      #""entry" is "date"; expected one of word, number, secret"#),
    PlantedFault(
      #"{ "to": "sai-so", "clears": ["da-xem"] }"#, #"{ "has": ["luu"], "to": "sai-so", "clears": ["da-xem"] }"#,
      screen("chuyen", 5), #"the last branch of "goes" must have no conditions"#),
    PlantedFault(
      #""goes": "trang-la""#, #""goes": 5"#, screen("tin-nhan", 2),
      #""goes" must be the id of a screen or a list of branches, found a whole number"#),
    PlantedFault(
      #""goes": "trang-la""#, #""goes": []"#, screen("tin-nhan", 2), #""goes" must be a list of 1 to 99, found 0"#),
    PlantedFault(
      #""empty": true"#, #""empty": false"#, screen("chuyen", 5), #""empty" must be true"#),
    PlantedFault(
      #""empty": true"#, #""empty": true, "is": ["1"]"#, screen("chuyen", 5),
      #"a field test has one of "is", "empty", "strong", found 2 of them"#),
    PlantedFault(
      #"[{ "sets": ["da-xem"] }]"#, #"[{ "sets": ["da-xem"], "say": "a" }]"#, screen("chuyen", 2),
      #""say" is no name here; known are clears, fields, has, lacks, sets, to"#),
    PlantedFault(
      #""if": { "has": ["da-xem"] }"#, #""if": { "is": ["da-xem"] }"#, screen("chuyen", 1),
      #""is" is no name here; known are has, lacks"#),
  ]

  static let misnamed = [
    PlantedFault(#""start": "chinh""#, #""start": "nha""#, "", #"the screen "nha" is not here"#),
    PlantedFault(
      #""goes": "trang-la""#, #""goes": "trang-nao""#, screen("tin-nhan", 2), #"the screen "trang-nao" is not here"#),
    PlantedFault(
      #"{ "screen": "mat-tien","#, #"{ "screen": "het-tien","#, ", forbidden", #"the screen "het-tien" is not here"#),
    PlantedFault(
      #""credit": 50"#, #""lacks": ["da-doc"], "credit": 50"#, ", goal", #"nothing sets the mark "da-doc""#),
    PlantedFault(
      #""clears": ["da-xem"]"#, #""clears": ["da-ky"]"#, screen("chuyen", 5), #"nothing sets the mark "da-ky""#),
    PlantedFault(
      #""field": "so-tien", "empty""#, #""field": "ten", "empty""#, screen("chuyen"),
      #"the field "ten" is not on this screen"#),
    PlantedFault(
      #""id": "luu""#, #""id": "so-tien", "detail": "lưu""#, screen("chuyen"), #"the element id "so-tien" stands twice"#
    ),
  ]

  static let misled = [
    PlantedFault(
      #""text": "Nhập lại", "style": "main", "goes": "chuyen""#,
      #""text": "Nhập lại", "style": "main", "goes": "sai-so""#,
      at: #""id": "sai-so""#, "",
      "a dead end: from the screen \"sai-so\" without marks (taps: ngan-hang tra/3) no goal and nothing forbidden can be "
        + "reached"),
    PlantedFault(
      #""id": "tra", "text": "Trả ngay", "style": "danger", "goes": "mat-tien""#,
      #""id": "tra", "text": "Trả ngay", "style": "danger", "goes": "chinh""#, at: #""id": "mat-tien""#, "",
      #"no way leads to the screen "mat-tien""#),
    PlantedFault(
      #""has": ["da-xem"], "credit": 100"#, #""credit": 100"#, at: #""credit": 50"#, "", "no way leads to this goal"),
    PlantedFault(
      #""steps": 8"#, #""steps": 4"#, "",
      #""steps" must be at least 5, one and a half times the 3 taps of the shortest way"#),
  ]

  private static let looks =
    "\"look\" is \"sms\"; expected one of "
    + "home, messages, call, browser, bank, public, citizen, health, shop, delivery, social, chat, settings, store, "
    + "assistant, farm, mail, files, office, camera"

  private static func screen(_ id: String, _ element: Int? = nil) -> String {
    ", screen \"\(id)\"" + (element.map { ", element \($0)" } ?? "")
  }
}
