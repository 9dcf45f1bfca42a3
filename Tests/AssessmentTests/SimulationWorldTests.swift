import Testing

@testable import Assessment

/// Bà Tư's phone: an uncle asks for 150,000 đ, a message leads to a swindler.
enum PhoneOfBaTu {
  static let text = """
    {
      "device": "phone", "start": "chinh",
      "steps": 8,
      "goals": [
        { "screen": "da-tra", "has": ["da-xem"], "credit": 100, "meaning": "xem tên rồi mới trả" },
        { "screen": "da-tra", "credit": 50, "meaning": "trả mà không xem tên" }
      ],
      "forbidden": [
        { "screen": "mat-tien", "meaning": "trả cho người lạ" }
      ],
      "screens": [
        { "id": "chinh", "name": "Màn hình chính", "look": "home", "ear": "Có hai ô.", "elements": [
          { "kind": "heading", "text": "Điện thoại của bà Tư" },
          { "kind": "tile", "id": "tin-nhan", "text": "Tin nhắn", "icon": "message", "goes": "tin-nhan" },
          { "kind": "tile", "id": "ngan-hang", "text": "Ngân hàng", "icon": "bank", "goes": "chuyen" }
        ] },
        { "id": "tin-nhan", "name": "Tin nhắn", "look": "messages", "title": "Tin nhắn", "ear": "Một tin.", "elements": [
          { "kind": "bubble", "side": "in", "from": "Số lạ", "text": "Bác bấm vào đây." },
          { "kind": "link", "id": "mo", "text": "Mở", "goes": "trang-la" },
          { "kind": "row", "id": "ve", "text": "Về", "goes": "chinh" }
        ] },
        { "id": "trang-la", "name": "Trang lạ", "look": "browser", "address": "tra.example", "ear": "Trang lạ.", "elements": [
          { "kind": "button", "id": "tra", "text": "Trả ngay", "style": "danger", "goes": "mat-tien" },
          { "kind": "button", "id": "ve", "text": "Về", "style": "plain", "goes": "chinh" }
        ] },
        { "id": "chuyen", "name": "Chuyển tiền", "look": "bank", "title": "Ngân hàng", "ear": "Ô số tiền.", "elements": [
          { "kind": "facts", "rows": [["Người nhận", "NGUYEN VAN BA"]], "if": { "has": ["da-xem"] } },
          { "kind": "row", "id": "xem", "text": "Xem tên", "if": { "lacks": ["da-xem"] }, "goes": [{ "sets": ["da-xem"] }] },
          { "kind": "field", "id": "so-tien", "text": "Số tiền", "entry": "number" },
          { "kind": "switch", "id": "luu", "text": "Lưu", "mark": "luu" },
          { "kind": "button", "id": "tra", "text": "Trả", "style": "main", "goes": [
            { "fields": [{ "field": "so-tien", "empty": true }] },
            { "fields": [{ "field": "so-tien", "is": ["150.000"] }], "to": "da-tra" },
            { "to": "sai-so", "clears": ["da-xem"] }
          ] }
        ] },
        { "id": "sai-so", "name": "Sai số tiền", "look": "bank", "ear": "Không đúng.", "elements": [
          { "kind": "note", "tone": "care", "text": "Số tiền không đúng." },
          { "kind": "button", "id": "lai", "text": "Nhập lại", "style": "main", "goes": "chuyen" }
        ] },
        { "id": "da-tra", "name": "Đã trả", "look": "bank", "ear": "Đã trả.", "elements": [
          { "kind": "text", "text": "Đã trả." } ] },
        { "id": "mat-tien", "name": "Mất tiền", "look": "browser", "ear": "Đã trả.", "elements": [
          { "kind": "text", "text": "Đã trả." } ] }
      ]
    }
    """

  static func read(_ text: String = text) throws -> (simulation: Simulation?, problems: [ContentProblem]) {
    let findings = Findings(file: "items/tra-tien.json")
    let json = try JSONReader.read(Array(text.utf8))
    return (SimulationFile.read(json, subject: "item \"tra-tien\"", findings: findings), findings.problems)
  }

  static func simulation(_ text: String = text) throws -> Simulation {
    let (simulation, problems) = try read(text)
    return try #require(simulation, "\(problems)")
  }

  /// Taps one thing after the other; what is in brackets is typed into "so-tien" before the tap: "tra[150k]".
  static func walk(_ taps: String, in simulation: Simulation) throws -> Walk {
    var walk = simulation.beginning
    for tap in taps.split(separator: " ") {
      let parts = tap.split(separator: "[").map { String($0.filter { $0 != "]" }) }
      let typed = parts.count > 1 ? [Simulation.Element.ID("so-tien"): parts[1]] : [:]
      walk = try #require(simulation.tapped(Simulation.Element.ID(parts[0]), typed: typed, in: walk), "\(tap)").walk
    }
    return walk
  }
}

extension String {
  /// Nil where the text does not hold exactly one such part, so that no test plants nothing.
  func exchanging(_ old: String, for new: String) -> String? {
    let parts = components(old)
    return parts.count == 2 ? parts.joined(separator: new) : nil
  }

  /// From 1; 0 where no line holds it.
  func line(of part: String) -> Int {
    let before = components(part)
    return before.count < 2 ? 0 : before[0].utf8.count { $0 == 0x0A } + 1
  }

  private func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}

@Suite("Reading simulated screens")
struct SimulationReadingTests {
  @Test("bà Tư's phone is read as it is written")
  func readsPhone() throws {
    let simulation = try PhoneOfBaTu.simulation()

    #expect(simulation.device == .phone)
    #expect(simulation.start.text == "chinh")
    #expect(simulation.stepLimit == 8)
    #expect(simulation.goals.map(\.credit) == [100, 50])
    #expect(simulation.goals[0].condition.has.map(\.text) == ["da-xem"])
    #expect(simulation.forbidden.map(\.screen?.text) == ["mat-tien"])
    #expect(simulation.screens.count == 7)
    #expect(simulation.screens[2].address == "tra.example")
    #expect(simulation.screens[2].title == nil)
  }

  @Test("branches keep their conditions and effects in order")
  func readsBranches() throws {
    let elements = try PhoneOfBaTu.simulation().screens[3].elements
    guard case .tap(let tap) = elements[4].content else {
      Issue.record("the last element is a button")
      return
    }
    let field = Simulation.Element.ID("so-tien")

    #expect(tap.branches.map(\.to?.text) == [nil, "da-tra", "sai-so"])
    #expect(tap.branches[0].fields == [.isEmpty(field: field)])
    #expect(tap.branches[1].fields == [.isOne(field: field, of: ["150.000"])])
    #expect(tap.branches[2].clears.map(\.text) == ["da-xem"])
    #expect(elements[1].condition == Simulation.Condition(lacks: [Simulation.Mark("da-xem")]))
  }

  @Test("every kind of element is read", arguments: Kinds.cases)
  func readsKinds(text: String, content: Simulation.Content) throws {
    let simulation = try PhoneOfBaTu.simulation(Kinds.phone(with: text))

    #expect(simulation.screens[0].elements[0].content == content)
  }
}

private enum Kinds {
  static let cases: [(String, Simulation.Content)] = [
    (#""kind": "text", "text": "Chữ""#, .text("Chữ")), (#""kind": "small", "text": "Chữ""#, .small("Chữ")),
    (#""kind": "heading", "text": "Chữ""#, .heading("Chữ")),
    (#""kind": "note", "text": "Chữ", "tone": "good""#, .note("Chữ", .good)),
    (#""kind": "facts", "rows": [["Tên", "Ba"]]"#, .facts([Simulation.Fact(name: "Tên", value: "Ba")])),
    (
      #""kind": "bubble", "side": "out", "time": "8:05", "text": "Dạ""#,
      .bubble(Simulation.Bubble(side: .outgoing, from: nil, time: "8:05", text: "Dạ"))
    ),
    (
      #""kind": "post", "by": "Lan", "when": "hôm qua", "text": "Chào""#,
      .post(by: "Lan", when: "hôm qua", text: "Chào")
    ),
    (#""kind": "person", "name": "Lan""#, .person(name: "Lan", detail: nil)),
    (
      #""kind": "meter", "name": "Pin", "value": "yếu", "level": 9, "tone": "care""#,
      .meter(name: "Pin", value: "yếu", level: 9, tone: .care)
    ),
    (#""kind": "qr", "alt": "Mã""#, .qr(alt: "Mã")),
    (
      #""kind": "row", "id": "r", "text": "Dòng", "detail": "nhỏ", "icon": "id-card", "goes": "chinh""#,
      tap(.row(detail: "nhỏ", icon: .idCard), "Dòng")
    ),
    (
      #""kind": "tile", "id": "r", "text": "Ô", "icon": "leaf", "goes": "chinh""#,
      tap(.tile(.leaf), "Ô")
    ),
    (#""kind": "link", "id": "r", "text": "Liên kết", "goes": "chinh""#, tap(.link, "Liên kết")),
    (
      #""kind": "button", "id": "r", "text": "Nút", "style": "danger", "goes": "chinh""#,
      tap(.button(.danger), "Nút")
    ),
    (
      #""kind": "switch", "id": "r", "text": "Bật", "mark": "bat""#,
      .switch(id: Simulation.Element.ID("r"), text: "Bật", detail: nil, mark: Simulation.Mark("bat"))
    ),
    (
      #""kind": "field", "id": "r", "text": "Mật khẩu", "entry": "secret", "hint": "dài""#,
      .field(Simulation.Field(id: Simulation.Element.ID("r"), label: "Mật khẩu", entry: .secret, hint: "dài"))
    ),
  ]

  static func phone(with element: String) throws -> String {
    try #require(
      PhoneOfBaTu.text.exchanging(#""kind": "heading", "text": "Điện thoại của bà Tư""#, for: element))
  }

  private static func tap(_ shape: Simulation.Tap.Shape, _ text: String) -> Simulation.Content {
    .tap(
      Simulation.Tap(
        id: Simulation.Element.ID("r"), text: text, shape: shape,
        branches: [Simulation.Branch(to: Simulation.Screen.ID("chinh"))]))
  }
}
