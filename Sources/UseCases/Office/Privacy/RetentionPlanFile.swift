import Assessment

/// Reads and writes `kiosk/office/retention.json`, strictly.
extension RetentionPlan {
  package static let file = "office/retention.json"
  package static let largestFile = 1 << 16

  /// What a file gives when something in it is wrong.
  package struct Faulty: Error, Sendable {
    package let problems: [ContentProblem]
  }

  package static func read(_ content: [UInt8]) throws(Faulty) -> RetentionPlan {
    let findings = Findings(file: file)
    let json: JSON
    do {
      json = try JSONReader.read(content)
    } catch {
      findings.add("not readable as JSON: expected \(error.expected)", at: error.line)
      throw Faulty(problems: findings.problems)
    }
    let reader = MemberReader(json, subject: "", findings: findings)
    let version = reader.integer("version", in: 1...65_535)
    let periods = reader.list("periods").compactMap { period($0, findings) }
    reader.finish()
    for kind in Kind.allCases where periods.filter({ $0.kind == kind }).count != 1 {
      reader.problem("\"\(kind.rawValue)\" must stand once among the periods")
    }
    guard findings.problems.isEmpty else { throw Faulty(problems: findings.problems) }
    let order = Kind.allCases
    return RetentionPlan(
      version: version,
      periods: order.compactMap { kind in periods.first { $0.kind == kind } })
  }

  private static func period(_ json: JSON, _ findings: Findings) -> Period? {
    let reader = MemberReader(json, subject: "period", findings: findings)
    let word = reader.text("kind", most: 40)
    let months = reader.integer("months", in: monthsRange)
    let basis = reader.text("basis", most: 300)
    reader.finish()
    guard let kind = Kind(rawValue: word) else {
      reader.problem("\"\(word)\" is no kind of what is kept")
      return nil
    }
    return Period(kind: kind, months: months, basis: basis)
  }

  var content: [UInt8] {
    let periods = periods.map {
      JSON.object(["kind": JSON($0.kind.rawValue), "months": JSON($0.months), "basis": JSON($0.basis)])
    }
    return JSON.object(["version": JSON(version), "periods": JSON(periods)]).canonicalBytes
  }
}
