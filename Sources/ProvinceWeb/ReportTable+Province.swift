import Assessment
import Province
import UseCases
import Web

extension ReportTable {
  /// The whole report, as pages and files show it.
  package init(of query: ProvinceQuery, _ office: ProvinceOffice) throws {
    let facts = ProvinceChoice.facts(query, office.parts.framework, try office.store.communeNames())
    self.init(try office.rates(query), query: query, facts: facts)
  }
}
