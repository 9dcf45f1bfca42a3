import Assessment
import Bundles
import Province
import UseCases

/// By key, what counts of each person whom the records of ``NewRows`` speak of: all that counts of those who were never in the
/// commune before.
struct Strangers {
  private(set) var attempts: [[UInt8]: [PlacedAttempt]] = [:]

  var keys: PostgresValue { .keys(Array(attempts.keys)) }

  /// Somebody of whom nothing may count.
  mutating func meet(_ key: [UInt8]) { if attempts[key] == nil { attempts[key] = [] } }

  /// Does nothing where the attempt does not count.
  mutating func add(_ attempt: BundledAttempt, parts: [PartScore], of holder: NewRows.Holder, in commune: Commune) {
    guard attempt.counts, let at = attempt.submittedAt else { return }
    attempts[holder.key, default: []].append(
      PlacedAttempt(
        commune: commune, device: attempt.id.origin.text, attempt: attempt.id.number, at: at,
        audience: Audience.ID(attempt.audience), age: AgeBand(years: attempt.ageYears ?? 0),
        sex: holder.sex.flatMap(Sex.init(rawValue:)), isAssisted: attempt.isAssisted,
        isPassed: attempt.isCountedPassed, parts: parts))
  }

  /// Somebody who is known after all.
  mutating func remove(_ key: [UInt8]) { attempts[key] = nil }
}
