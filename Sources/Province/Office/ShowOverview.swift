import Assessment
import Measurement
import Slip
import UseCases

/// A box as the province sees it.
package struct BoxOutlook: Equatable, Sendable {
  package let standing: DeviceStanding
  package let communeName: String?
  /// Days since anything of it came.
  package let silentDays: Int

  package var isSilent: Bool { silentDays >= ProvinceOffice.patience }
}

/// How the province stands: what counts, who is silent, what somebody must do.
package struct ProvinceOverview: Sendable {
  package let year: CalendarPeriod
  /// Of the whole province in the year, each person once.
  package let whole: GroupCount
  package let communes: Int
  package let tally: ConfirmationTally
  /// Longest silent first.
  package let boxes: [BoxOutlook]
  /// Bundles that wait or were refused, newest first.
  package let open: [ReceivedBundle]
  package let names: [Commune: String]
}

extension ProvinceOffice {
  /// Days after which a box is called silent.
  package static let patience = 14
  package static let mostOpen = 200

  package func overview() throws -> ProvinceOverview {
    let names = try store.communeNames()
    let year = CalendarPeriod(.year, containing: today)
    let scope = Contribution.Scope(year, audience: nil)
    let tally = try store.tally(isWhole: false)
    return ProvinceOverview(
      year: year, whole: try store.counts(in: scope, of: .whole).total,
      communes: try store.countsByCommune(in: scope).keys.filter { $0 != .whole }.count, tally: tally,
      boxes: try boxes(names: names), open: try store.openBundles(of: nil, atMost: Self.mostOpen), names: names)
  }

  /// - Parameter commune: nil for all.
  package func boxes(of commune: Commune? = nil, names: [Commune: String]) throws -> [BoxOutlook] {
    try store.devices().filter { commune == nil || Commune($0.issuer) == commune }.map { device in
      let days = today.dayNumber - CivilDate(device.lastSeenAt).dayNumber
      return BoxOutlook(
        standing: device, communeName: names[Commune(device.issuer)], silentDays: max(0, days))
    }.sorted { ($0.silentDays, $1.standing.issuer.text) > ($1.silentDays, $0.standing.issuer.text) }
  }
}
