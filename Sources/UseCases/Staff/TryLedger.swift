/// The bookkeeping behind ``SignInTries``, for one thread at a time: five wrong tries are free, then each must wait
/// twice as long as the one before; every ten minutes one is forgotten. For accounts and addresses alike, whether or
/// not there is such an account.
package struct TryLedger: Sendable {
  package static let free = 5
  package static let longestWait: Int64 = 300_000
  /// Milliseconds after which one wrong try no longer counts.
  package static let millisecondsPerTry: Int64 = 600_000
  /// Accounts and addresses remembered; beyond them those with the fewest tries are forgotten first.
  package static let most = 1_024

  private enum Key: Hashable {
    case login(String)
    case peer(String)
  }

  private struct Tries {
    var count: Int
    /// Since when the next one is being forgotten.
    var fadesSince: Int64
    var lastAt: Int64
    var lastButOneAt: Int64
  }

  private var tries: [Key: Tries] = [:]

  package init() {}

  package mutating func wait(login: String, peer: String, at instant: Int64) -> Int {
    let keys = [Key.login(login), .peer(peer)]
    let rest = keys.map { remaining($0, at: instant) }.max() ?? 0
    guard rest == 0 else { return Int((rest + 999) / 1_000) }
    for key in keys { count(key, at: instant) }
    return 0
  }

  /// Not all of the address's: one own account would free a device to go on trying those of others.
  package mutating func takeBack(peer: String) {
    guard var known = tries[.peer(peer)] else { return }
    known.count -= 1
    known.lastAt = known.lastButOneAt
    tries[.peer(peer)] = known.count > 0 ? known : nil
  }

  package mutating func forget(login: String) {
    tries[.login(login)] = nil
  }

  private func remaining(_ key: Key, at instant: Int64) -> Int64 {
    guard let known = tries[key].map({ faded($0, at: instant) }), known.count >= Self.free else { return 0 }
    // 2⁹ seconds are more than the longest wait.
    let wait = min(Self.longestWait, 1_000 << Int64(min(known.count - Self.free, 9)))
    return max(0, known.lastAt + wait - instant)
  }

  private mutating func count(_ key: Key, at instant: Int64) {
    if tries[key] == nil, tries.count >= Self.most { makeRoom(at: instant) }
    let none = Tries(count: 0, fadesSince: instant, lastAt: instant, lastButOneAt: instant)
    var known = faded(tries[key] ?? none, at: instant)
    known.count += 1
    (known.lastButOneAt, known.lastAt) = (known.lastAt, instant)
    tries[key] = known
  }

  private func faded(_ tries: Tries, at instant: Int64) -> Tries {
    let forgotten = max(0, instant - tries.fadesSince) / Self.millisecondsPerTry
    var tries = tries
    tries.count = max(0, tries.count - Int(clamping: forgotten))
    tries.fadesSince = tries.count == 0 ? instant : tries.fadesSince + forgotten * Self.millisecondsPerTry
    return tries
  }

  private mutating func makeRoom(at instant: Int64) {
    tries = tries.filter { faded($0.value, at: instant).count > 0 }
    guard tries.count >= Self.most else { return }
    let least = tries.min { ($0.value.count, $0.value.lastAt) < ($1.value.count, $1.value.lastAt) }
    if let least { tries[least.key] = nil }
  }
}

/// The bookkeeping behind ``StaffPresence``, for one thread at a time.
package struct PresenceLedger: Sendable {
  /// More sessions than an office has; beyond them all are forgotten, and their owners asked for a PIN.
  package static let most = 1_024

  private var uses: [StaffSession.ID: Int64] = [:]

  package init() {}

  package mutating func note(_ session: StaffSession.ID, at instant: Int64) {
    if uses.count >= Self.most, uses[session] == nil { uses.removeAll() }
    uses[session] = instant
  }

  package func lastUse(of session: StaffSession.ID) -> Int64? {
    uses[session]
  }

  package mutating func forget(_ session: StaffSession.ID) {
    uses[session] = nil
  }
}
