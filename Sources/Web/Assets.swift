/// Styles, scripts and fonts, held in memory and served under a name that carries their content's hash, so that a browser
/// may keep them for ever and still sees every change.
package struct Assets: Sendable {
  package struct File: Sendable {
    package let name: String
    package let type: String
    private let content: @Sendable () -> [UInt8]
    package var bytes: [UInt8] { content() }

    package init(name: String, type: String, bytes: [UInt8]) {
      self.init(name: name, type: type) { bytes }
    }

    /// A file that is looked at seldom and does not stay in memory.
    package init(name: String, type: String, read: @escaping @Sendable () -> [UInt8]) {
      self.name = name
      self.type = type
      content = read
    }

    /// Pictures and faces that are packed already are served as they are.
    var isText: Bool { type.hasPrefix("text/") || type == "image/svg+xml" }
    var isSheet: Bool { type.hasPrefix("text/css") }
  }

  /// What the pages refer to.
  package static let needed = [
    "answers.css", "appearance.js", "await.js", "board.js", "call.css", "call.js", "camera.js", "check.js",
    "desk-accounts.css",
    "desk-board.css", "desk-seating.css", "desk-slips.css", "gallery.css", "guide.css", "icon.svg", "idle.css",
    "idle.js", "item.js",
    "keyboard.css", "keyboard.js",
    "office-confirmations.css", "office-items.css", "office-plan.css",
    "office-reports.css", "player.css", "player.js", "print-page.js", "print.js", "recorder.js", "report.js",
    "resend.js", "retry.js", "sathach.css",
    "screens.css", "seat.css",
    "seats.js", "staff.css", "vietnamese.js", "voices.css",
  ]

  private let files: [String: File]
  /// The same, packed, for browsers that say they can unpack.
  private let packed: [String: [UInt8]]
  /// By plain name, ready for pages, each of which names some.
  private let addresses: [String: Markup]
  /// For the page of the design system, which measures them.
  var palette: Palette { given ?? Palette(base) }
  private let given: Palette?
  private let base: [UInt8]

  /// - Parameters:
  ///   - files: by plain name, as in `sathach.css`.
  ///   - palette: the colours of the sheet that every page has, where it is not among the files.
  ///   - gzip: packs text; nil where it cannot.
  package init(
    _ files: [File], palette: Palette? = nil, gzip: ([UInt8]) -> [UInt8]? = { _ in nil },
    sha256: ([UInt8]) -> [UInt8]
  ) {
    let base = files.first { $0.name == "sathach.css" }?.bytes ?? []
    (self.base, given) = (base, palette)
    var byRoute: [String: File] = [:]
    var names: [String: String] = [:]
    func keep(_ file: File) {
      let parts = file.name.split(separator: ".", maxSplits: 1)
      let hash = Hex.text(Array(sha256(file.bytes).prefix(6)))
      let name = "\(parts.first ?? "")-\(hash).\(parts.last ?? "")"
      names[file.name] = name
      byRoute[name] = file
    }
    // Sheets name faces, so those come first.
    for file in files where !file.isSheet { keep(file) }
    let shared = Stylesheet(base).properties
    let faces = names
    for file in files where file.isSheet {
      let bytes = Stylesheet(file.bytes).served(shared: shared, addresses: faces)
      keep(File(name: file.name, type: file.type, bytes: bytes))
    }
    self.files = byRoute
    packed = byRoute.compactMapValues { $0.isText ? gzip($0.bytes) : nil }
    addresses = names.mapValues { "\(Route.asset($0))" }
  }

  /// Nothing to serve: the folder could not be read.
  package var isEmpty: Bool { files.isEmpty }

  /// What is served, by the last part of its address: for pages that are written into a folder.
  package var served: [String: File] { files }

  /// The last part of a file's address.
  package func servedName(of name: String) -> String? {
    files.first { $0.value.name == name }?.key
  }

  /// The file's route as it stands in a page.
  package func address(of name: String) -> Markup {
    addresses[name] ?? "\(Route.asset(name))"
  }

  /// Nil where there is no such file.
  package func file(_ name: String) -> Response? {
    try? response(for: name, acceptsGzip: false)  // the only error it knows
  }

  package func response(for name: String, acceptsGzip: Bool) throws -> Response {
    guard let file = files[name] else { throw Problem.notFound }
    let small = acceptsGzip ? packed[name] : nil
    let encoding = small == nil ? [] : [Response.Header("Content-Encoding", "gzip")]
    return Response(
      status: 200,
      headers: [
        Response.Header("Content-Type", file.type),
        Response.Header("Cache-Control", "public, max-age=31536000, immutable"),
        Response.Header("X-Content-Type-Options", "nosniff"), Response.Header("Vary", "Accept-Encoding"),
      ] + encoding, body: small ?? file.bytes)
  }
}
