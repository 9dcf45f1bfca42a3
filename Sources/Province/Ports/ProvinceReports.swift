import Assessment
import UseCases

/// Counts of communes and of the province, kept in the transaction of each import. Hamlets are not told apart here.
package protocol ProvinceReports {
  /// Kept counts of a calendar period, over all audiences or within one, of a commune or of ``Commune/whole``. A person
  /// who took the test in two communes is counted once in each, and once in the whole.
  func counts(in scope: Contribution.Scope, of commune: Commune) throws -> [ReportGroup: GroupCount]
  func partCounts(in scope: Contribution.Scope, of commune: Commune) throws -> [ReportPart: PartCount]
  /// People and attempts of every commune in which there are some.
  func countsByCommune(in scope: Contribution.Scope) throws -> [Commune: GroupCount]
  /// The same, by audience: each within its own scope.
  func countsByCommuneAndAudience(in period: CalendarPeriod) throws -> [Commune: [Audience.ID: GroupCount]]
  /// One area or competence in every commune.
  func partCountsByCommune(in scope: Contribution.Scope) throws -> [Commune: [ReportPart: PartCount]]
  /// Practice handed in, by audience: attempts, for practice knows nobody.
  func practiceCounts(in period: CalendarPeriod, of commune: Commune) throws -> [Audience.ID: Int]
  /// The latest month in which anything counts; nil where nothing does.
  func latestMonth() throws -> CalendarPeriod?
  /// Names that somebody has entered for communes.
  func communeNames() throws -> [Commune: String]
  func name(_ commune: Commune, _ name: String) throws
  /// Makes all kept counts anew from the attempts.
  func recountAll() throws
}
