import Assessment
import TestSupport
import Testing
import UseCases

@Suite("The file of targets")
struct TargetPlanFileTests {
  private func problems(_ text: String, audiences: [Audience.ID]? = nil) -> [String] {
    do {
      _ = try TargetPlan.read(Array(text.utf8), audiences: audiences)
      return []
    } catch {
      return error.problems.map(\.description)
    }
  }

  private func changed(_ old: String, _ new: String) -> String {
    TestBox.plan.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
  }

  @Test("a whole plan is read with everything in it")
  func wholePlan() throws {
    let plan = try TargetPlan.read(Array(TestBox.plan.utf8))
    #expect(plan.targets.map(\.id.text) == ["a-1", "a-2", "a-3", "a-4", "b-1"])
    #expect(plan.targets[0].deadline == CivilDate(year: 2026, month: 12, day: 31))
    #expect(plan.targets[2].measure == .outside(OutsideFigure.ID("chu-ky-so")))
    #expect(plan.targets[4].isProvinces)
    #expect(plan.figures[0].standsFor == .confirmed)
    #expect(plan.dueRules.count == 3)
  }

  @Test(
    "every mistake is told with its line",
    arguments: [
      (
        "\"measure\": \"passed\"", "\"measure\": \"pased\"",
        "office/targets.json:13: target \"a-1\": \"measure\" is \"pased\""
      ),
      ("\"deadline\": \"2026-12-31\"", "\"deadline\": \"2026-31-12\"", "\"2026-31-12\" is no day"),
      (
        "\"document\": \"tinh-a\", \"row\": \"1\"", "\"document\": \"tinh-c\", \"row\": \"1\"",
        "the document \"tinh-c\" is not among"
      ),
      ("\"value\": 50", "\"value\": 0", "\"value\" must be a whole number from 1 to 100"),
      (
        "\"group\": \"nguoi-lon\", \"deadline\": \"2026-12-31\"", "\"group\": \"dan-so\", \"deadline\": \"2026-12-31\"",
        "nobody tested here"
      ),
      ("\"figure\": \"chu-ky-so\"", "\"figure\": \"chu\"", "the outside figure \"chu\" is not among"),
      ("\"id\": \"a-2\"", "\"id\": \"a-1\"", "the target \"a-1\" stands twice"),
      ("\"fromAge\": 18", "\"fromAge\": 18, \"toAge\": 17", "\"fromAge\" is above \"toAge\""),
      ("\"12-05\"", "\"13-05\"", "neither a day of every year"),
      ("\"version\": 1", "\"version\": 1, \"colour\": 2", "\"colour\" is no name here"),
    ])
  func mistakes(old: String, new: String, told: String) {
    let problems = problems(changed(old, new))
    #expect(problems.contains { $0.contains(told) }, "\(problems)")
  }

  @Test("an audience that the bank does not have is told")
  func unknownAudience() {
    let text = changed("\"fromAge\": 18", "\"audience\": \"nguoi-dan\", \"fromAge\": 18")
    #expect(problems(text, audiences: [Audience.ID("nguoi-dan")]).isEmpty)
    #expect(problems(text, audiences: [Audience.ID("can-bo")]).count == 1)
  }

  @Test("bytes that are no JSON are one problem with its line")
  func noJSON() {
    #expect(problems("{\n\"version\": }").count == 1)
    #expect(problems("").count == 1)
  }

  @Test("a target written out and read again is the same target")
  func readBack() throws {
    for target in try TargetPlan.read(Array(TestBox.plan.utf8)).targets {
      #expect(TargetPlan.target(from: target.json.canonicalBytes) == target)
    }
  }
}
