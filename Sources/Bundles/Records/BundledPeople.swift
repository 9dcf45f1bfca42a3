import Assessment
import Slip

/// Two records of one person: whatever is said of `merged` is said of `kept` from then on. The attempts concerned come again
/// as records of their own.
package struct BundledMerge: Hashable, Sendable {
  package let merged: BundledID
  package let kept: BundledID
  package let at: Moment

  package init(merged: BundledID, kept: BundledID, at: Moment) {
    (self.merged, self.kept, self.at) = (merged, kept, at)
  }

  var fields: [CBOR] { [merged.cbor, kept.cbor, CBOR(at)] }

  init(_ fields: RecordFields) throws(BundleFault) {
    merged = try fields.id(0)
    kept = try fields.id(1, .kept)
    at = try fields.moment(2)
    guard merged != kept else { throw fields.refusal(.kept) }
  }
}

/// A person was erased: name, number, birth and chosen answers go, counts and slips stay. Final.
package struct BundledErasure: Hashable, Sendable {
  package let person: BundledID
  /// Why, in the box's words: `asked`, `withdrawn`, `mistaken`, `expired`, `restored`.
  package let reason: String
  package let at: Moment

  package init(person: BundledID, reason: String, at: Moment) {
    (self.person, self.reason, self.at) = (person, reason, at)
  }

  var fields: [CBOR] { [person.cbor, .text(reason), CBOR(at)] }

  init(_ fields: RecordFields) throws(BundleFault) {
    person = try fields.id(0)
    reason = try fields.code(1, .reason)
    at = try fields.moment(2)
  }
}

/// A certificate of a course that the person has shown.
package struct BundledCertificate: Hashable, Sendable {
  package let person: BundledID
  package let course: String
  /// `YYYY-MM-DD`.
  package let seenOn: String

  package init(person: BundledID, course: String, seenOn: String) {
    (self.person, self.course, self.seenOn) = (person, course, seenOn)
  }

  var fields: [CBOR] { [person.cbor, .text(course), .text(seenOn)] }

  init(_ fields: RecordFields) throws(BundleFault) {
    person = try fields.id(0)
    course = try fields.text(1, .course, most: 1200)
    seenOn = try fields.day(2)
  }
}
