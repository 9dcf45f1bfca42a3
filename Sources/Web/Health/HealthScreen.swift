import Assessment
import UseCases

extension Site {
  /// For programs that watch the box: tests a write, then tells what matters. 503 where nobody can be tested.
  func health(_ visit: Visit) throws -> Response {
    try visit.kiosk.store.notePulse(at: visit.kiosk.clock.now())
    let health = try visit.kiosk.boxHealth()
    return HealthText(health).response
  }

  /// What ``health(_:)`` would have told, where the write itself failed.
  package static func health(failing problem: Problem) -> Response {
    HealthText(parts: [("write", problem == .diskFull ? "full" : "failing")], isServing: false).response
  }
}

/// The answer of `GET /health`; see `Health` in this target's documentation.
package struct HealthText {
  private let parts: [(name: String, value: String)]
  private let isServing: Bool

  init(parts: [(String, String)], isServing: Bool) {
    self.parts = parts
    self.isServing = isServing
  }

  init(_ health: BoxHealth) {
    isServing = health.isServing
    parts = [
      ("write", "ok"), ("disk", Self.word(health.room)), ("freeBytes", String(health.room.freeBytes)),
      ("clock", health.doubt?.rawValue ?? "ok"), ("check", Self.word(health.check)),
      ("backup", Self.backup(health)), ("mirror", Self.mirror(health.copies)),
      ("rebuilt", String(health.rebuilds.count)),
    ]
  }

  /// While the database is not open.
  package init(_ outage: Outage) {
    self.init(parts: [("start", outage.word), ("reference", outage.reference)], isServing: false)
  }

  private static func word(_ room: DiskRoom) -> String {
    room.isTight ? "tight" : "ok"
  }

  private static func word(_ check: CheckRun?) -> String {
    guard let check else { return "none" }
    return check.finding.isEmpty ? "ok" : "found"
  }

  private static func backup(_ health: BoxHealth) -> String {
    guard health.copies != nil else { return "none" }
    return health.isBackupOld ? "old" : "ok"
  }

  private static func mirror(_ copies: CopiesStanding?) -> String {
    copies?.isMirrorWriting.map { $0 ? "ok" : "failing" } ?? "none"
  }

  private var status: String {
    guard isServing else { return "failing" }
    let fine: Set<String> = ["ok", "none"]
    let named = parts.filter { !["freeBytes", "rebuilt"].contains($0.name) }
    return named.allSatisfy { fine.contains($0.value) } ? "ok" : "warning"
  }

  /// Every word here is ours and plain, so that nothing needs to be escaped.
  package var response: Response {
    let members = [("status", status)] + parts
    let text = members.map { name, value in
      Int(value) == nil ? "\"\(name)\":\"\(value)\"" : "\"\(name)\":\(value)"
    }.joined(separator: ",")
    var headers = [Response.Header("Content-Type", "application/json"), Response.Header("Cache-Control", "no-store")]
    if !isServing { headers.append(Response.Header("Retry-After", "10")) }
    return Response(status: isServing ? 200 : 503, headers: headers, body: Array("{\(text)}\n".utf8))
  }
}
