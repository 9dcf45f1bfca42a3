/// A language that a person can take the test in, by its code of BCP 47, such as `vi` or `en`. Which there are is content.
package struct Language: Equatable, Sendable {
  package typealias ID = ContentID<Language>

  /// What every bank has, and what is meant where nothing was said.
  package static let vietnamese = Language(id: ID("vi"), name: "Tiếng Việt")

  package let id: ID
  /// As its speakers write it.
  package let name: String

  package init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}
