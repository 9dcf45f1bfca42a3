import Assessment
import Testing
import UseCases

@testable import Web

@Suite("Simulated screens on a page")
struct SimulatedScreenTests {
  private func view(
    _ contents: Simulation.Content..., look: Simulation.Look = .bank, device: Simulation.Device = .phone,
    title: String? = "Chuyển tiền", address: String? = nil, taps: [Simulation.Element.ID] = [], limit: Int = 40
  ) -> ScreenView {
    let screen = Simulation.Screen(
      id: .init("s"), name: "Màn hình", look: look, title: title, address: address, ear: "Có một màn hình.",
      elements: contents.map { Simulation.Element($0) })
    let simulation = Simulation(
      device: device, start: screen.id, stepLimit: limit, goals: [], forbidden: [], screens: [screen])
    let walk = taps.reduce(simulation.beginning) { walk, tap in simulation.tapped(tap, in: walk)?.walk ?? walk }
    return ScreenView(simulation, walk: walk)
  }

  private func html(_ view: ScreenView) -> String {
    String(decoding: SimulatedScreen(view).markup.bytes, as: UTF8.self)
  }

  private static func tap(_ id: String, _ shape: Simulation.Tap.Shape) -> Simulation.Content {
    .tap(Simulation.Tap(id: .init(id), text: "Chạm \(id)", shape: shape, branches: [.init(to: nil)]))
  }

  private static func field(_ id: String, _ entry: Simulation.Entry, hint: String? = nil) -> Simulation.Content {
    .field(.init(id: .init(id), label: "Ô \(id)", entry: entry, hint: hint))
  }

  private static let hostile = "<b>\"'&"
  private static let everyKind: [(content: Simulation.Content, sign: String)] = [
    (.text(hostile), #"<p class="plain">"#), (.heading(hostile), "<h2>"), (.small(hostile), #"<p class="fine">"#),
    (.note(hostile, .care), #"<div class="remark care">"#),
    (.facts([.init(name: hostile, value: hostile)]), #"<dl class="pairs">"#),
    (.bubble(.init(side: .outgoing, from: hostile, time: hostile, text: hostile)), #"<div class="bubble out">"#),
    (.post(by: hostile, when: hostile, text: hostile), #"<article class="post">"#),
    (.person(name: hostile, detail: hostile), #"<div class="person">"#),
    (.meter(name: hostile, value: hostile, level: 40, tone: .good), #"stroke-dasharray="40 200""#),
    (.picture(Drawing(alt: .init(hostile), width: 40, height: 40, shapes: [])), #"<svg class="picture""#),
    (.qr(alt: hostile), #"<svg class="mock""#),
    (
      .tap(.init(id: .init("a"), text: hostile, shape: .row(detail: hostile, icon: .key), branches: [])),
      #"class="entry">"#
    ),
    (.tap(.init(id: .init("a"), text: hostile, shape: .button(.danger), branches: [])), #"class="press danger">"#),
    (.tap(.init(id: .init("a"), text: hostile, shape: .tile(.map), branches: [])), #"class="tile">"#),
    (.tap(.init(id: .init("a"), text: hostile, shape: .link, branches: [])), #"class="jump">"#),
    (.switch(id: .init("a"), text: hostile, detail: hostile, mark: .init("m")), #"class="entry turn""#),
    (.field(.init(id: .init("a"), label: hostile, entry: .word, hint: hostile)), #"<p class="field">"#),
  ]

  @Test("every kind of element is drawn, its texts escaped, its marks not", arguments: everyKind)
  func draws(content: Simulation.Content, sign: String) {
    let html = html(view(content, title: Self.hostile, address: Self.hostile))

    #expect(html.contains(sign))
    #expect(!html.contains("<b>"))
    #expect(html.contains("&lt;b&gt;&quot;&#39;&amp;"))
    // Only what was escaped may open with this: a tag among it would be a tag drawn as words.
    #expect(html.ranges(of: "&lt;").count == html.ranges(of: "&lt;b&gt;").count)
    #expect(!html.contains("style="))
    #expect(!html.contains("<script"))
  }

  @Test("every look and device has its class and its sign", arguments: Simulation.Look.allCases)
  func looks(look: Simulation.Look) {
    for device in Simulation.Device.allCases {
      let html = html(view(.text("x"), look: look, device: device))
      #expect(html.contains(#"<section id="task" class="device \#(device.rawValue) look-\#(look.rawValue)""#))
      #expect(html.contains(String(decoding: look.sign.markup.bytes, as: UTF8.self)))
    }
  }

  @Test("every icon is a drawing of its own")
  func icons() {
    let drawings = Simulation.Icon.allCases.map { String(decoding: $0.line.markup.bytes, as: UTF8.self) }
    #expect(Set(drawings).count == drawings.count)
    #expect(drawings.allSatisfy { $0.contains(#"<path d="M"#) })
  }

  @Test("a switch says its state, and a tap turns it over", arguments: [([], "false", "Tắt"), (["m"], "true", "Bật")])
  func switches(taps: [String], pressed: String, word: String) {
    let lever = Simulation.Content.switch(id: .init("m"), text: "Định vị", detail: nil, mark: .init("m"))
    let html = html(view(lever, taps: taps.map { .init($0) }))
    #expect(html.contains(#"aria-pressed="\#(pressed)""#))
    #expect(html.contains(word))
  }

  private static let enterRules: [(contents: [Simulation.Content], value: String)] = [
    ([field("f", .word), tap("plain", .button(.plain)), tap("next", .button(.main))], "next"),
    ([tap("before", .button(.main)), field("f", .word), tap("after", .button(.main))], "after"),
    ([field("f", .word), tap("first", .button(.main)), tap("second", .button(.main))], "first"),
    ([tap("before", .button(.main)), field("f", .word), tap("row", .link)], ""), ([tap("only", .button(.main))], ""),
  ]

  @Test(
    "the first button is a hidden one that presses the main button after the field, or nothing", arguments: enterRules)
  func enters(contents: [Simulation.Content], value: String) throws {
    let screen = Simulation.Screen(
      id: .init("s"), name: "S", look: .bank, title: nil, address: nil, ear: "",
      elements: contents.map { Simulation.Element($0) })
    let simulation = Simulation(
      device: .phone, start: screen.id, stepLimit: 3, goals: [], forbidden: [], screens: [screen])
    let html = html(ScreenView(simulation, walk: simulation.beginning))

    let start = try #require(html.firstRange(of: "<button"))
    #expect(
      html[start.lowerBound...].hasPrefix(
        #"<button class="default" type="submit" name="enter" value="\#(value)" tabindex="-1" aria-hidden="true">"#))
  }

  @Test(
    "a field asks for what it takes, and a secret is not shown",
    arguments: [
      (Simulation.Entry.word, #"type="text" data-keys="text" maxlength"#),
      (.number, #"type="text" inputmode="numeric""#),
      (.secret, #"type="password""#),
    ])
  func fields(entry: Simulation.Entry, type: String) {
    let html = html(view(Self.field("f", entry, hint: "6 số")))
    #expect(html.contains(#"<input id="field-f" name="field-f" \#(type)"#))
    #expect(html.contains(#"<label for="field-f">"#))
    #expect(html.contains(#"aria-describedby="hint-f""#))
    #expect(html.contains(#"autocomplete="off""#))
  }

  @Test("when it is over nothing can be pressed or typed any more")
  func over() {
    let view = view(
      Self.tap("a", .button(.main)), Self.tap("b", .tile(.map)), Self.field("f", .word),
      .switch(id: .init("m"), text: "M", detail: nil, mark: .init("m")), taps: [.init("a")], limit: 1)
    let html = html(view)

    #expect(view.isOver)
    #expect(html.contains(" look-bank over\""))
    let controls = html.ranges(of: "<button").count + html.ranges(of: "<input").count
    #expect(html.ranges(of: " disabled>").count == controls)
    #expect(!self.html(self.view(Self.tap("a", .link), Self.field("f", .word))).contains("disabled"))
  }

  @Test("no id stands twice on a page")
  func ids() {
    let html = html(view(Self.field("a", .word, hint: "h"), Self.field("b", .word, hint: "h"), .qr(alt: "q")))
    let ids = html.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(ids.count == 5)
    #expect(Set(ids).count == ids.count)
  }

  @Test("tiles, rows with switches, and buttons that follow each other stand together")
  func groups() {
    let runs = ScreenRun.runs(
      of: view(
        Self.tap("a", .tile(.map)), Self.tap("b", .tile(.map)), .text("x"), .text("y"),
        Self.tap("c", .row(detail: nil, icon: nil)), .switch(id: .init("d"), text: "D", detail: nil, mark: .init("d")),
        Self.tap("e", .button(.plain)), Self.tap("f", .button(.danger)), Self.tap("g", .link)
      ).parts)
    #expect(runs.map(\.parts.count) == [2, 1, 1, 2, 2, 1])
  }

  @Test(
    "a face has the first letters of the first and the last word; a number has none",
    arguments: [
      ("Nguyễn Thị Hoa", "NH"), ("lan", "L"), ("ĐỖ ÁNH", "ĐÁ"), ("0899 123 456", ""), ("", ""), ("Số lạ 0899", "SL"),
    ])
  func faces(name: String, letters: String) {
    #expect(Avatar(name).letters == letters)
  }

  @Test("a code is always the same for one description, other for another, and of a size that no QR code has")
  func codes() {
    let modules = MockSymbol("Mã ở quầy").modules
    #expect(modules == MockSymbol("Mã ở quầy").modules)
    #expect(modules != MockSymbol("Mã khác").modules)
    #expect((modules.count - 17) % 4 != 0)
    #expect(modules.allSatisfy { $0.count == modules.count })
  }
}
