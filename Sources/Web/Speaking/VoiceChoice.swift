import Assessment
import UseCases

/// In which language somebody reads and hears, whether pages speak by themselves, and how fast. Kept by the browser until
/// it is closed or the kiosk is left.
package struct VoiceChoice: Equatable, Sendable {
  package var language = Language.vietnamese.id
  package var speaksFirst = false
  package var isSlow = false

  private static let name = "sathach-voice"
  private static let start = Array("\(name)=".utf8)

  package init() {}

  /// From the `Cookie` header; what cannot be read counts as nothing chosen.
  init(cookie header: String) {
    let own = header.utf8.split(separator: UInt8(ascii: ";")).lazy.map { $0.drop { $0 == 0x20 } }
    guard let pair = own.first(where: { $0.starts(with: Self.start) }) else { return }
    let value = pair.dropFirst(Self.start.count)
    let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let text = String(decoding: parts[0], as: UTF8.self)
    guard parts.count == 2, Language.ID.isWellFormed(text) else { return }
    language = Language.ID(text)
    speaksFirst = parts[1].contains(UInt8(ascii: "a"))
    isSlow = parts[1].contains(UInt8(ascii: "s"))
  }

  func header(at door: Door) -> Response.Header {
    let flags = (speaksFirst ? "a" : "") + (isSlow ? "s" : "")
    return Self.header("\(language).\(flags)", door)
  }

  /// Takes the choice away.
  static func removal(at door: Door) -> Response.Header { header("; Max-Age=0", door) }

  private static func header(_ value: String, _ door: Door) -> Response.Header {
    let text = "\(name)=\(value); Path=/; HttpOnly; SameSite=Strict"
    return Response.Header("Set-Cookie", door == .kiosk ? text : text + "; Secure")
  }
}

extension Site {
  /// Keeps what somebody chose and leads back to their page.
  func chooseVoice(_ visit: inout Visit, _ fields: FormFields) throws -> Response {
    var choice = visit.voice
    if let language = try fields.optional("language", most: 40) {
      guard try voiceLanguages(visit.kiosk).contains(where: { $0.id.text == language }) else {
        throw Problem.unreadableForm
      }
      choice.language = Language.ID(language)
    }
    if let word = try fields.optional("first", most: 3) { choice.speaksFirst = word == "yes" }
    if let word = try fields.optional("slow", most: 3) { choice.isSlow = word == "yes" }
    visit.keep(choice)
    let back = try fields.optional("back", most: 240).flatMap { Route(path: $0) }
    guard let back, back.methods.contains(.get), !back.isColleagues else { return visit.redirect(to: .welcome) }
    return visit.redirect(to: back)
  }
}
