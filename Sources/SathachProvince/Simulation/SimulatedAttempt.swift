import Assessment
import Bundles
import Slip

/// An attempt of the simulation: everything that its records are made of.
struct SimulatedAttempt {
  static let audiences = ["nguoi-dan", "hoc-sinh", "can-bo", "thanh-nien"]
  static let areas = 5
  static let itemsOfArea = 4
  static let neededOfArea = 2
  static let needed = 12

  let id: Int64
  /// The box's number of the person; nil for practice.
  var person: Int?
  let audience: Int
  var state = Attempt.State.submitted
  let ageYears: Int
  let submittedAt: Int64
  var help: BundledAttempt.Help
  /// Whole points in each area.
  var right: [Int]
  var token: UInt64?
  var answersErasedAt: Int64?

  var total: Int { right.reduce(0, +) }
  var reachedCut: Bool { total >= Self.needed && right.allSatisfy { $0 >= Self.neededOfArea } }
  var isCounted: Bool { person != nil && state == .submitted }
  var isPassed: Bool { reachedCut && help != .refused }

  func record(of box: Issuer) -> BundledAttempt {
    BundledAttempt(
      id: BundledID(origin: box, number: id), person: person.map { BundledID(origin: box, number: Int64($0)) },
      audience: Self.audiences[audience], mode: person == nil ? .practice : .tested, state: state,
      identity: person == nil ? nil : .cardString, ageYears: person == nil ? nil : ageYears, frameworkVersion: 1,
      blueprintVersion: 1, bankHash: [UInt8](repeating: 7, count: 32),
      beganAt: Moment(milliseconds: submittedAt - 900_000), submittedAt: Moment(milliseconds: submittedAt),
      ending: .candidate, spent: 700, score: score, help: help, isRefused: help == .refused, hamlet: nil, tags: [],
      answersErasedAt: answersErasedAt.map { Moment(milliseconds: $0) })
  }

  private var score: BundledAttempt.Score {
    BundledAttempt.Score(
      credit: total * 100, asked: Self.areas * Self.itemsOfArea, needed: person == nil ? 0 : Self.needed,
      isPassed: person != nil && reachedCut,
      areas: right.enumerated().map { area, right in
        .init(code: "\(area + 1)", credit: right * 100, asked: Self.itemsOfArea, needed: Self.neededOfArea)
      },
      competences: right.enumerated().map { area, right in
        .init(code: "\(area + 1).1", credit: right * 100, asked: Self.itemsOfArea)
      })
  }

  func responses(of box: Issuer) -> BundledResponses {
    BundledResponses(
      attempt: BundledID(origin: box, number: id),
      answers: (0..<Self.areas * Self.itemsOfArea).map { place in
        let isRight = place % Self.itemsOfArea < right[place / Self.itemsOfArea]
        return BundledResponses.Answer(
          number: place + 1, item: "m\(place / Self.itemsOfArea + 1)-\(place * 7 % 50)", itemVersion: 1,
          response: answersErasedAt == nil ? (isRight ? "a" : "b") : nil, credit: isRight ? 100 : 0, spent: 30 + place,
          answeredAt: Moment(milliseconds: submittedAt - 600_000 + Int64(place) * 30_000))
      })
  }

  /// One line of JSON: what must have been counted of it in the end.
  func line(of box: Issuer, number: String, sex: Sex) -> String {
    let person = person == nil ? "" : #","person":"\#(number)","sex":"\#(sex.rawValue)","age":\#(ageYears)"#
    return #"{"device":"\#(box.text)","attempt":\#(id),"audience":"\#(Self.audiences[audience])","at":\#(submittedAt)"#
      + #","state":"\#(state.rawValue)","passed":\#(isPassed),"assisted":\#(help != .none)"#
      + #","right":[\#(right.map(String.init).joined(separator: ","))]\#(person)}"# + "\n"
  }
}
