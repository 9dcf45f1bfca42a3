import Assessment
import UseCases

/// Notices as the store keeps them: each as a `notices.json` that holds this one notice.
enum NoticeContent {
  static func bytes(of notice: Notice) -> [UInt8] {
    let json: JSON = .object([
      "version": JSON(notice.version),
      "notices": [
        .object([
          "audience": JSON(notice.audience.text),
          "title": JSON(notice.title),
          "points": JSON(notice.points.map { .object(["title": JSON($0.title), "text": JSON($0.text)]) }),
          "legalBasis": JSON(notice.legalBasis),
          "agree": JSON(notice.agree),
          "decline": JSON(notice.decline),
        ])
      ],
    ])
    return json.canonicalBytes
  }

  /// One `notices.json` of many.
  static func joined(_ contents: [[UInt8]], version: Int) -> [UInt8] {
    let notices = contents.flatMap { content -> [JSON] in
      // Damage shows as a missing notice.
      guard let json = try? JSONReader.read(content), case .list(let notices) = json["notices"]?.value else { return [] }
      return notices
    }
    return JSON.object(["version": JSON(version), "notices": JSON(notices)]).canonicalBytes
  }
}

/// A notice is read by the reader of whole banks, which is the only one there is for it: once per notice and process,
/// about 20 ms for a bank of a hundred items.
extension KioskStore {
  private static let versionOfNotice = Query("SELECT version FROM notice WHERE id = ?1")
  private static let filesInForce = Query(
    """
    SELECT f.audience, b.content, n.content FROM inForce f
      JOIN blueprint b ON b.id = f.blueprint JOIN notice n ON n.id = f.notice ORDER BY f.audience
    """)
  private static let itemContents = Query("SELECT content FROM item WHERE bank = ?1 ORDER BY code")
  private static let wholeFramework = Query("SELECT content FROM framework WHERE id = ?1")

  func notice(at row: Int64, for audience: Audience.ID) throws -> Notice {
    if let notice = cache.notice(row) { return notice }
    let version: Int = try database.use(Self.versionOfNotice) { statement in
      statement.bind(row)
      return try statement.step() ? statement.int(0) : 0
    }
    guard let current = try currentVersion(for: audience),
      let bank = try? ItemBank.read(files(of: current, noticeVersion: version)),  // damage shows as no notice
      let notice = bank.notice(for: audience)
    else { throw SQLiteStoreError.unreadable(table: "notice", column: "content") }
    cache.keep(notice, at: row)
    return notice
  }

  private func files(of version: ContentVersion, noticeVersion: Int) throws -> [ItemBank.File] {
    var files: [ItemBank.File] = []
    var notices: [[UInt8]] = []
    try database.use(Self.wholeFramework) { statement in
      statement.bind(version.framework)
      while try statement.step() { files.append(ItemBank.File(path: "framework.json", bytes: statement.bytes(0))) }
    }
    try database.use(Self.filesInForce) { statement in
      while try statement.step() {
        files.append(ItemBank.File(path: "blueprints/\(statement.text(0)).json", bytes: statement.bytes(1)))
        notices.append(statement.bytes(2))
      }
    }
    files.append(
      ItemBank.File(path: "notices.json", bytes: NoticeContent.joined(notices, version: noticeVersion)))
    var items = Array(#"{"items":["#.utf8)
    try database.use(Self.itemContents) { statement in
      statement.bind(version.bank)
      while try statement.step() {
        if items.last != UInt8(ascii: "[") { items.append(UInt8(ascii: ",")) }
        items += statement.bytes(0)
      }
    }
    files.append(ItemBank.File(path: "items/all.json", bytes: items + Array("]}".utf8)))
    return files
  }
}
