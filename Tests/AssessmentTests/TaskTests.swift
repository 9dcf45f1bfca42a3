import Testing

@testable import Assessment

/// Tasks written as files would say them, small enough to count on one's fingers.
enum TaskSamples {
  static func option(_ id: String) -> Item.Option {
    Item.Option(id: Item.Option.ID(id), text: Item.Wording("Câu \(id)"), meaning: "nghĩa \(id)")
  }

  static let single = Item.Task.single(
    ChoiceTask(options: ["a", "b", "c"].map(option), key: [id("a")], partial: [id("b"): 40]))
  static let several = Item.Task.several(
    ChoiceTask(options: ["a", "b", "c", "d"].map(option), key: [id("a"), id("c")], scale: CreditScale([0, 30, 100])))
  static let truths = Item.Task.truths(
    TruthTask(
      statements: [("a", true), ("b", false), ("c", true)].map {
        TruthTask.Statement(part: option($0.0), isTrue: $0.1)
      }, scale: CreditScale([0, 0, 50, 100])))
  static let order = Item.Task.order(
    OrderTask(steps: ["k", "m", "b"].map(option), scale: CreditScale([0, 30, 60, 100])))
  static let match = Item.Task.match(
    MatchTask(
      left: [("a", "x"), ("b", "y"), ("c", "z")].map { MatchTask.Line(part: option($0.0), match: id($0.1)) },
      right: ["x", "y", "z", "w"].map(option), scale: CreditScale([0, 20, 50, 100])))
  static let short = Item.Task.short(
    ShortTask(
      entry: .number, unit: "đồng",
      accepts: [
        ShortTask.Accepted(text: "150000", credit: 100, meaning: "tính đúng"),
        ShortTask.Accepted(text: "160000", credit: 50, meaning: "quên phí"),
      ], mistakes: [ShortTask.Mistake(text: "15000", meaning: "thiếu số không")]))

  static func id(_ text: String) -> Item.Option.ID { Item.Option.ID(text) }
}

@Suite("What a response is worth")
struct TaskTests {
  private typealias Samples = TaskSamples
  private func id(_ text: String) -> Item.Option.ID { Item.Option.ID(text) }
  private func ids(_ text: String) -> [Item.Option.ID] { text.split(separator: " ").map { id(String($0)) } }

  @Test("nothing answered is worth nothing, of whatever kind")
  func nothing() {
    for task in [
      Samples.single, Samples.several, Samples.truths, Samples.order, Samples.match, Samples.short,
    ] {
      #expect(task.credit(for: nil) == 0)
      #expect(!task.isWhole(nil))
    }
  }

  @Test("the key of every kind is worth all of it, and leaves nothing to answer")
  func keys() throws {
    for task in [
      Samples.single, Samples.several, Samples.truths, Samples.order, Samples.match, Samples.short,
    ] {
      let key = try #require(task.keyResponse)
      #expect(task.credit(for: key) == 100, "\(task.kind)")
      #expect(task.isWhole(key), "\(task.kind)")
    }
  }

  @Test("one choice earns what stands beside it", arguments: [("a", 100), ("b", 40), ("c", 0)])
  func single(choice: String, credit: Int) {
    #expect(Samples.single.credit(for: .chosen(ids(choice))) == credit)
  }

  @Test(
    "several choices earn by right ones less wrong ones, so that choosing all earns nothing",
    arguments: [("a", 30), ("a c", 100), ("a b", 0), ("a b c", 30), ("a b c d", 0), ("b d", 0)])
  func several(choices: String, credit: Int) {
    #expect(Samples.several.credit(for: .chosen(ids(choices))) == credit)
  }

  @Test("statements earn by how many are judged rightly, and are whole when all are judged")
  func truths() {
    #expect(Samples.truths.credit(for: .judged([id("a"): true, id("b"): false])) == 50)
    #expect(Samples.truths.credit(for: .judged([id("a"): false, id("b"): false, id("c"): false])) == 0)
    #expect(!Samples.truths.isWhole(.judged([id("a"): true])))
  }

  @Test(
    "steps earn by how many stand in their place", arguments: [("k m b", 100), ("k b m", 30), ("b m k", 30), ("m", 0)])
  func order(steps: String, credit: Int) {
    #expect(Samples.order.credit(for: .ordered(ids(steps))) == credit)
  }

  @Test("pairs earn by how many belong together")
  func match() {
    #expect(Samples.match.credit(for: .matched([id("a"): id("x"), id("b"): id("z")])) == 20)
    #expect(!Samples.match.isWhole(.matched([id("a"): id("x")])))
  }

  @Test(
    "a number of one's own is taken however it is written",
    arguments: [
      ("150.000", 100), ("150 000 đ", 100), ("150k", 100), ("160 nghìn", 50), ("15000", 0), ("nhiều", 0),
      ("hết 150000 đồng nhé", 100), ("150000/2", 0), ("150000 hoặc 160000", 0),
    ])
  func short(text: String, credit: Int) {
    #expect(Samples.short.credit(for: .typed(text)) == credit)
  }

  @Test("a response of another kind is worth nothing")
  func otherKind() {
    #expect(Samples.order.credit(for: .chosen(ids("k"))) == 0)
    #expect(Samples.single.credit(for: .typed("a")) == 0)
  }
}

@Suite("What a page makes of a response")
struct SubmissionTests {
  private typealias Samples = TaskSamples
  private func id(_ text: String) -> Item.Option.ID { Item.Option.ID(text) }

  @Test("a page that only passes a place changes nothing")
  func passing() throws {
    let earlier = Response.chosen([id("a")])
    for task in [Samples.single, Samples.several] {
      #expect(try task.response(from: .nothing, after: earlier) == earlier)
    }
    let pairs = Response.matched([id("a"): id("x")])
    #expect(try Samples.match.response(from: .nothing, after: pairs) == pairs)
  }

  @Test("radio buttons that say nothing leave the choice; boxes that are all empty take it back")
  func empty() throws {
    let earlier = Response.chosen([id("a")])
    #expect(try Samples.single.response(from: Submission(), after: earlier) == earlier)
    #expect(try Samples.several.response(from: Submission(), after: earlier) == nil)
  }

  @Test("steps are put one by one; a tap on one that has its number takes it and all after it back")
  func steps() throws {
    var response: Response?
    for tap in ["m", "k", "b", "k"] {
      response = try Samples.order.response(from: Submission(tap: tap), after: response)
    }
    #expect(response == .ordered([id("m")]))
    #expect(try Samples.order.response(from: Submission(tap: "m"), after: response) == nil)
  }

  @Test("what the item does not have is refused")
  func unknown() {
    let pages: [(Item.Task, Submission)] = [
      (Samples.single, Submission(option: "z")), (Samples.several, Submission(picks: ["a", "z"])),
      (Samples.truths, Submission(judgements: ["z": true])), (Samples.order, Submission(tap: "z")),
      (Samples.match, Submission(matches: ["a": "v"])), (Samples.match, Submission(matches: ["z": "x"])),
    ]
    for (task, page) in pages {
      #expect(throws: AssessmentError.self) { try task.response(from: page, after: nil) }
    }
  }

  @Test("what is typed is kept without the spaces around it and never longer than the box")
  func typed() throws {
    #expect(try Samples.short.response(from: Submission(typed: "  150  k "), after: nil) == .typed("150 k"))
    #expect(try Samples.short.response(from: Submission(typed: " "), after: .typed("1")) == nil)
    let long = try Samples.short.response(from: Submission(typed: String(repeating: "9", count: 400)), after: nil)
    #expect(long == .typed(String(repeating: "9", count: 60)))
  }
}

@Suite("The text form of responses")
struct ResponseTextTests {
  private func id(_ text: String) -> Item.Option.ID { Item.Option.ID(text) }

  private var vectors: [(Item.Kind, Response, String)] {
    [
      (.single, .chosen([id("b")]), "b"), (.point, .chosen([id("dong-2")]), "dong-2"),
      (.several, .chosen([id("a"), id("c")]), "a c"),
      (.truths, .judged([id("b"): false, id("a"): true]), "a+ b-"),
      (.order, .ordered([id("m"), id("k")]), "m k"),
      (.match, .matched([id("b"): id("y"), id("a"): id("x")]), "a:x b:y"), (.short, .typed("150 k"), "=150 k"),
      (
        .simulated,
        .walked(Way([WayStep(Simulation.Element.ID("mo")), WayStep(Simulation.Element.ID("gui"), branch: 2)])),
        "mo gui/2"
      ),
    ]
  }

  @Test("every kind is written and read as the specification says")
  func vectorsHold() {
    for (kind, response, text) in vectors {
      #expect(response.text == text)
      #expect(Response(text, kind: kind) == response)
    }
  }

  @Test(
    "anything else is damage",
    arguments: [
      (Item.Kind.single, ""), (.single, "A"), (.several, "c a"), (.several, "a  b"), (.several, "a a"), (.truths, "a"),
      (.truths, "a+ a-"), (.truths, "+"), (.match, "a"), (.match, "a:x a:y"), (.match, "a:x:y"), (.short, "150"),
      (.short, "="), (.simulated, "mo/0"), (.simulated, "mo  gui"),
    ])
  func damage(kind: Item.Kind, text: String) {
    #expect(Response(text, kind: kind) == nil)
  }
}
