/// What a person is told before being asked for consent. `{office}` stands for the office's name.
package struct Notice: Equatable, Sendable {
  package struct Point: Equatable, Sendable {
    package let title: String
    package let text: String
  }

  /// Stored with each consent.
  package let version: Int
  package let audience: Audience.ID
  package let title: String
  package let points: [Point]
  package let legalBasis: String
  package let agree: String
  package let decline: String
}

/// Reads `notices.json`.
enum NoticeFile {
  /// - Parameter audiences: those a notice may be for; nil takes any.
  static func read(_ json: JSON, audiences: [Audience]?, findings: Findings) -> [Notice] {
    let reader = MemberReader(json, subject: "", findings: findings)
    let version = reader.integer("version", in: 1...65_535)
    let notices = reader.list("notices").map { notice($0, version: version, findings: findings) }
    reader.finish()
    if let audiences {
      for notice in notices where !audiences.contains(where: { $0.id == notice.audience }) {
        reader.problem("the audience \"\(notice.audience)\" is not in framework.json")
      }
    }
    return notices
  }

  private static func notice(_ json: JSON, version: Int, findings: Findings) -> Notice {
    let reader = MemberReader(json, subject: "notice", findings: findings)
    defer { reader.finish() }
    return Notice(
      version: version, audience: reader.id("audience", of: Audience.self), title: reader.text("title", most: 120),
      points: reader.list("points").map { point($0, findings: findings) },
      legalBasis: reader.text("legalBasis", most: 300), agree: reader.text("agree", most: 60),
      decline: reader.text("decline", most: 60))
  }

  private static func point(_ json: JSON, findings: Findings) -> Notice.Point {
    let reader = MemberReader(json, subject: "notice", findings: findings)
    defer { reader.finish() }
    return Notice.Point(title: reader.text("title", most: 60), text: reader.text("text", most: 400))
  }
}
