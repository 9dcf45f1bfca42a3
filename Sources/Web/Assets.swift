/// Styles, scripts and fonts, held in memory and served under a name that carries their content's hash, so that a browser
/// may keep them for ever and still sees every change.
package struct Assets: Sendable {
  package struct File: Sendable {
    package let name: String
    package let type: String
    package let bytes: [UInt8]

    package init(name: String, type: String, bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  /// What the pages refer to.
  package static let needed = [
    "answers.css", "await.js", "board.js", "call.css", "call.js", "camera.js", "check.js", "desk-accounts.css",
    "desk-board.css", "desk-seating.css", "desk-slips.css", "gallery.css", "icon.svg", "idle.css", "idle.js", "item.js",
    "keyboard.css", "keyboard.js",
    "office-confirmations.css", "office-items.css", "office-plan.css",
    "office-reports.css", "print-page.js", "print.js", "report.js", "resend.js", "retry.js", "sathach.css",
    "screens.css", "seat.css",
    "seats.js", "staff.css", "vietnamese.js",
  ]

  private let files: [String: File]
  /// By plain name, ready for pages, each of which names some.
  private let addresses: [String: Markup]

  /// - Parameter files: by plain name, as in `sathach.css`.
  package init(_ files: [File], sha256: ([UInt8]) -> [UInt8]) {
    var byRoute: [String: File] = [:]
    var addresses: [String: Markup] = [:]
    for file in files {
      let parts = file.name.split(separator: ".", maxSplits: 1)
      let hash = Hex.text(Array(sha256(file.bytes).prefix(6)))
      let name = "\(parts.first ?? "")-\(hash).\(parts.last ?? "")"
      addresses[file.name] = "\(Route.asset(name))"
      byRoute[name] = file
    }
    self.files = byRoute
    self.addresses = addresses
  }

  /// The file's route as it stands in a page.
  func address(of name: String) -> Markup {
    addresses[name] ?? "\(Route.asset(name))"
  }

  /// Nil where there is no such file.
  package func file(_ name: String) -> Response? {
    try? response(for: name)  // the only error it knows
  }

  func response(for name: String) throws -> Response {
    guard let file = files[name] else { throw Problem.notFound }
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", file.type),
        Response.Header("Cache-Control", "public, max-age=31536000, immutable"),
        Response.Header("X-Content-Type-Options", "nosniff"),
      ], body: file.bytes)
  }
}
