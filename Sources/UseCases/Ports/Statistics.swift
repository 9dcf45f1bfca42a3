import Assessment

/// Answers behind item and test statistics, form by form.
package protocol StatisticsStore {
  /// Every item that was ever stored, once for each bank it stood in.
  func everyItem() throws -> [StoredItem]
  /// Nil where the content is damaged, or written for another framework.
  func item(at row: Int64, under framework: Int64) throws -> Item?
  /// The scored answers of every attempt that reports count and that was handed in within these milliseconds, one form
  /// after the other and always in the same order; over all audiences, or of one.
  func eachScoredForm(
    of audience: Audience.ID?, in moments: ClosedRange<Int64>, _ body: (ScoredForm) throws -> Void
  ) throws
  /// How many there are, so that room can be made at once.
  func scoredFormCount(of audience: Audience.ID?, in moments: ClosedRange<Int64>) throws -> Int
  /// The same attempts with their points by area, in hundredths.
  func eachAreaCredit(
    of audience: Audience.ID, in moments: ClosedRange<Int64>, _ body: (AreaCredits) throws -> Void
  ) throws
}

/// An item as one bank held it.
package struct StoredItem: Equatable, Sendable {
  package let row: Int64
  package let id: Item.ID
  package let version: Int
  package let competence: Competence.ID

  package init(row: Int64, id: Item.ID, version: Int, competence: Competence.ID) {
    self.row = row
    self.id = id
    self.version = version
    self.competence = competence
  }
}

/// One attempt's scored places. Nobody is named: a number and the groups that differences are asked for.
package struct ScoredForm: Equatable, Sendable {
  package struct Answer: Equatable, Sendable {
    /// Of the item.
    package let row: Int64
    /// Hundredths, as they stand now: a re-scoring counts.
    package let credit: Int
    /// In the text form of ``Assessment/Response``; nil where nothing was answered, or the answer was erased.
    package let response: String?
    package let isWhole: Bool
    /// Milliseconds; 0 where the place was never looked at.
    package let spent: Int

    package init(row: Int64, credit: Int, response: String?, isWhole: Bool, spent: Int) {
      self.row = row
      self.credit = credit
      self.response = response
      self.isWhole = isWhole
      self.spent = spent
    }
  }

  package let content: ContentVersion
  package let age: AgeBand
  package let sex: Sex?
  package let isAssisted: Bool
  package var answers: [Answer]

  package init(content: ContentVersion, age: AgeBand, sex: Sex?, isAssisted: Bool, answers: [Answer] = []) {
    self.content = content
    self.age = age
    self.sex = sex
    self.isAssisted = isAssisted
    self.answers = answers
  }
}

/// What one attempt came to in each area.
package struct AreaCredits: Equatable, Sendable {
  package let content: ContentVersion
  /// Hundredths.
  package let credit: Int
  package var areas: [Area.ID: Int]

  package init(content: ContentVersion, credit: Int, areas: [Area.ID: Int] = [:]) {
    self.content = content
    self.credit = credit
    self.areas = areas
  }
}
