import Assessment

/// How the people passed whom one colleague helped.
package struct AssistedColleague: Equatable, Sendable {
  package let name: String
  package let role: Account.Role?
  package let count: AssistedCount
}

package struct Assistance: Equatable, Sendable {
  /// Most people first.
  package let colleagues: [AssistedColleague]
  /// People without help, for comparison.
  package let unassisted: Int
  package let unassistedPassed: Int
}

extension Kiosk {
  /// Under so many people a rate says nothing about anybody, and none is compared: one person more or less would move it
  /// by ten per cent.
  package static let leastAssisted = 10

  /// Reads every test with help there is: beside the writer.
  package func assistance() throws -> Assistance {
    let without = try store.unassistedCount()
    let colleagues = try store.assistedCounts().map { count in
      let account = try store.account(count.account)
      return AssistedColleague(name: account?.name ?? "\(count.account)", role: account?.role, count: count)
    }
    return Assistance(
      colleagues: colleagues.sorted { ($1.count.people, $0.count.account) < ($0.count.people, $1.count.account) },
      unassisted: without.people, unassistedPassed: without.passed)
  }
}
