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
}
