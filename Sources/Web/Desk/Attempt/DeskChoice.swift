import Assessment
import UseCases

/// What a clerk has chosen for an act, as the form brings it and as the page shows it again where it was refused.
struct DeskChoice {
  /// Milliseconds after which the same act again is meant, and not the second half of a double click.
  static let doubleClick: Int64 = 5_000
  static let offeredMinutes = [5, 10, 15]

  let act: DeskRoute.Act
  let seen: Int
  let reason: Reason.ID
  let minutes: String
  let otherMinutes: String
  private let word: String
  let isConfirmed: Bool
  let comesFromBoard: Bool

  init(_ act: DeskRoute.Act, _ fields: FormFields) throws {
    self.act = act
    seen = fields.has("seen") ? try fields.integer("seen") : 0
    reason = Reason.ID(try fields.optional("reason", most: 40) ?? "")
    minutes = try fields.optional("minutes", most: 8) ?? ""
    otherMinutes = try fields.optional("other", most: 8) ?? ""
    word = try fields.optional("kind", most: 40) ?? ""
    isConfirmed = fields.has("confirmed")
    comesFromBoard = try fields.optional("from", most: 8) == "board"
  }

  /// Zero, which is refused with its bounds, for what is no number.
  var minutesToAdd: Int {
    let text = minutes == "other" ? otherMinutes : minutes
    return Int(text.filter { $0 != " " }) ?? 0
  }

  var chosenWord: String { word }

  func help() throws -> HelpAct.Kind {
    guard let kind = HelpAct.Kind(rawValue: word) else { throw FormFault.unexpected("kind", value: word) }
    return kind
  }

  func verdict() throws -> FlagDecision.Verdict {
    guard let verdict = FlagDecision.Verdict(rawValue: word) else { throw FormFault.unexpected("kind", value: word) }
    return verdict
  }

  /// Whether all that happened since the page was made is this very act of this colleague, a moment ago.
  func isDone(in acts: [DeskAct], by account: Account.ID, at now: Moment) -> Bool {
    guard let kind = deskKind else { return false }
    return acts.allSatisfy { done in
      done.account == account && done.kind == kind && (done.reason ?? Reason.ID("")) == reason
        && (kind != .addMinutes || done.minutes == minutesToAdd)
        && (0..<Self.doubleClick).contains(now.milliseconds - done.at.milliseconds)
    }
  }

  private var deskKind: DeskAct.Kind? {
    switch act {
    case .pause: .pause
    case .resumption: .resume
    case .minutes: .addMinutes
    case .move: .move
    case .end: .end
    case .voidance: .void
    case .decision: .decideFlag
    case .help, .helpAnswer, .slip: nil
    }
  }
}
