import Assessment

/// A bank of two areas with four tested items, one practice item and one warm-up each, as its files would say it.
struct Content {
  var frameworkVersion = 1
  /// The area that the competence "hoi-ai" counts for.
  var areaOfAI = "ai"
  var keyOfFirst = "a"
  var audiences = ["nguoi-dan"]
  var noticeTitle = "Trước khi làm bài"
  var noticeVersion = 1
  var reasonText = "Mất điện"

  func bank() throws -> ItemBank {
    try ItemBank.read(
      [
        file("framework.json", framework), file("notices.json", notices), file("items/all.json", items),
        file("reasons.json", reasons),
      ] + audiences.map { file("blueprints/\($0).json", blueprint($0)) })
  }

  private func file(_ path: String, _ json: JSON) -> ItemBank.File {
    ItemBank.File(path: path, bytes: json.canonicalBytes)
  }

  private var names: JSON { JSON(audiences.map { JSON($0) }) }

  private var framework: JSON {
    .object([
      "version": JSON(frameworkVersion), "name": "Khung", "source": "thử",
      "audiences": JSON(
        audiences.enumerated().map { number, id in
          .object(["id": JSON(id), "number": JSON(number + 1), "name": "Người dân", "description": "Mọi người"])
        }),
      "areas": [
        .object(["id": "an-toan", "number": 0, "name": "An toàn", "short": "An toàn"]),
        .object(["id": "ai", "number": 1, "name": "AI", "short": "AI"]),
      ],
      "competences": [competence("mat-khau", area: "an-toan"), competence("hoi-ai", area: areaOfAI)],
    ])
  }

  private func competence(_ id: String, area: String) -> JSON {
    .object([
      "id": JSON(id), "area": JSON(area), "audiences": names, "name": "Năng lực",
      "advice": .object(["learn": "Học", "where": "Ở nhà"]),
    ])
  }

  private func blueprint(_ audience: String) -> JSON {
    let drawsAI = areaOfAI == "ai"
    let safety: JSON = .object(["area": "an-toan", "items": .object(["moi": JSON(drawsAI ? 2 : 4)])])
    let ai: JSON = .object(["area": "ai", "items": .object(["moi": 2])])
    let cut: JSON = drawsAI ? .object(["an-toan": 1, "ai": 1]) : .object(["an-toan": 1])
    return .object([
      "audience": JSON(audience), "version": 1, "framework": JSON(frameworkVersion), "legalBasis": ["thử"],
      "reason": "thử", "minutes": 30, "warmUps": 1, "practicePerArea": 1, "retakeDelayDays": 1,
      "bands": [.object(["id": "moi", "name": "mọi", "difficulties": [1, 2, 3, 4, 5]])],
      "expectedPercents": [88, 78, 64, 50, 36], "draws": JSON(drawsAI ? [safety, ai] : [safety]),
      "cutScore": .object(["overall": 2, "areas": cut]),
    ])
  }

  private var notices: JSON {
    .object([
      "version": JSON(noticeVersion),
      "notices": JSON(
        audiences.map { audience in
          .object([
            "audience": JSON(audience), "title": JSON(noticeTitle),
            "points": [.object(["title": "Ai hỏi", "text": "Cơ quan là {office}."])], "legalBasis": "Luật",
            "agree": "Đồng ý", "decline": "Không",
          ])
        }),
    ])
  }

  private var reasons: JSON {
    let acts = JSON(Reason.Act.allCases.map { JSON($0.rawValue) })
    return .object([
      "version": 1,
      "kinds": [
        .object([
          "id": "technical", "name": "Kỹ thuật",
          "reasons": [.object(["id": "mat-dien", "text": JSON(reasonText), "acts": acts])],
        ]),
        .object([
          "id": "conduct", "name": "Trật tự",
          "reasons": [.object(["id": "lam-ho", "text": "Làm hộ", "acts": ["decide-flag", "revoke-slip"]])],
        ]),
      ],
    ])
  }

  private var items: JSON {
    let all = ["mat-khau", "hoi-ai"].flatMap { competence in
      (1...4).map { item("\(competence)-\($0)", competence, use: "tested") }
        + [item("\(competence)-p", competence, use: "practice"), item("\(competence)-w", competence, use: "warm-up")]
    }
    return .object(["items": JSON(all)])
  }

  private func item(_ id: String, _ competence: String, use: String) -> JSON {
    let options: [JSON] = ["a", "b", "c"].map {
      .object(["id": JSON($0), "text": JSON("Chọn \($0)"), "meaning": "Ý"])
    }
    return .object([
      "id": JSON(id), "type": "single", "competence": JSON(competence), "audiences": names, "use": JSON(use),
      "difficulty": 2, "difficultyReason": "vừa", "stem": JSON("Câu \(id)?"), "options": JSON(options),
      "key": [JSON(id == "mat-khau-1" ? keyOfFirst : "a")], "rationale": "Vì thế",
      "source": .object(["kind": "principle"]),
    ])
  }
}
