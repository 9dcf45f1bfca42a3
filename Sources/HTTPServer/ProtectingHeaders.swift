import Web

/// What every answer tells browsers, whichever screen, file, redirect or refusal it is: added here, in the one place all of them
/// pass, so that none can be forgotten. What a screen says itself stands.
enum ProtectingHeaders {
  /// Of an answer that is no page: nothing is loaded, framed, run or sent from it.
  static let all = [
    Response.Header("X-Content-Type-Options", "nosniff"),
    Response.Header(
      "Content-Security-Policy", "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"),
    Response.Header("Referrer-Policy", "same-origin"),
    Response.Header("Permissions-Policy", "camera=(), microphone=(), geolocation=(), display-capture=()"),
    Response.Header("Cross-Origin-Opener-Policy", "same-origin"),
    Response.Header("Cross-Origin-Resource-Policy", "same-origin"),
  ]

  static func lacking(in headers: [Response.Header]) -> [Response.Header] {
    all.filter { header in !headers.contains { $0.name == header.name } }
  }
}
