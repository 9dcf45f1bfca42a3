import Assessment
import Interchange

/// Why a file of items is not read to its end.
package enum ItemFileFault: Error, Equatable, Sendable {
  /// The file is at fault; its sentence stands with the finding.
  case refused(Finding)
  /// No file was chosen.
  case noFile
  /// What was looked at is no longer kept, or another file has taken its place.
  case notKept
  /// The program that reads files from outside could not be run or ended.
  case readerFailed
  /// An officer who releases has not said to have read.
  case notRead
  /// No bank is in force that items could join.
  case noBank
}

/// Has items read out of files from outside, in a process of its own. Takes up to a minute, so never on the writer.
package protocol ItemFileReading: Sendable {
  /// Hands over items and findings in the order of the file.
  ///
  /// - Throws: ``ItemFileFault``, or what `each` throws.
  func read(_ bytes: [UInt8], each: (ReaderLine) throws -> Void) throws
}

/// A file of items that an officer has brought, with what is put in where it says nothing.
package struct BroughtItems: Equatable, Sendable {
  package let name: String
  package let bytes: [UInt8]
  package let defaults: ImportDefaults
  /// 16 hexadecimal digits of what it is, so that what is taken in is what was shown.
  package let mark: String
  package let broughtAt: Moment

  package init(name: String, bytes: [UInt8], defaults: ImportDefaults, mark: String, broughtAt: Moment) {
    self.name = name
    self.bytes = bytes
    self.defaults = defaults
    self.mark = mark
    self.broughtAt = broughtAt
  }
}

/// Keeps what officers look at before they take it in: in memory, a few files at most, each for a while.
package protocol ItemFileKeeping: Sendable {
  /// One file of each officer; a new one takes the place of the old.
  func keep(_ file: BroughtItems, of account: StaffID)
  func file(of account: StaffID) -> BroughtItems?
  func drop(of account: StaffID)
}

/// The bookkeeping behind ``ItemFileKeeping``, for one thread at a time.
package struct BroughtItemLedger: Sendable {
  /// Two officers may look at once; files are some megabytes.
  package static let mostFiles = 2
  private var files: [(account: StaffID, file: BroughtItems)] = []

  package init() {}

  package mutating func keep(_ file: BroughtItems, of account: StaffID) {
    drop(of: account)
    files = files.suffix(Self.mostFiles - 1) + [(account, file)]
  }

  package func file(of account: StaffID) -> BroughtItems? {
    files.first { $0.account == account }?.file
  }

  package mutating func drop(of account: StaffID) {
    files.removeAll { $0.account == account }
  }
}

/// What the verbs about items in files stand on.
package struct ItemParts: Sendable {
  let reading: any ItemFileReading
  let kept: any ItemFileKeeping
  /// What an editor looks for; nil where the bank's folder has no rules.
  let rules: EditorialRules?

  package init(reading: any ItemFileReading, kept: any ItemFileKeeping, rules: EditorialRules?) {
    self.reading = reading
    self.kept = kept
    self.rules = rules
  }
}
