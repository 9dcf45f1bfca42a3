import Assessment
import Slip

/// The scored answers of an attempt, or some of them where they are long: each place's latest state.
package struct BundledResponses: Hashable, Sendable {
  package struct Answer: Hashable, Sendable {
    /// The place in the form, from 1.
    package let number: Int
    package let item: String
    package let itemVersion: Int
    /// In the text form of `Assessment.Response`; nil where nothing is answered, or the answer was taken away.
    package let response: String?
    /// Hundredths.
    package let credit: Int
    /// Milliseconds.
    package let spent: Int
    package let answeredAt: Moment?

    package init(
      number: Int, item: String, itemVersion: Int, response: String?, credit: Int, spent: Int, answeredAt: Moment?
    ) {
      (self.number, self.item, self.itemVersion, self.response) = (number, item, itemVersion, response)
      (self.credit, self.spent, self.answeredAt) = (credit, spent, answeredAt)
    }
  }

  package let attempt: BundledID
  package let answers: [Answer]

  package init(attempt: BundledID, answers: [Answer]) {
    (self.attempt, self.answers) = (attempt, answers)
  }

  var fields: [CBOR] { [attempt.cbor, .array(answers.map(\.cbor))] }

  init(_ fields: RecordFields) throws(BundleFault) {
    attempt = try fields.id(0)
    answers = try fields.rows(1, .responses, each: 7, Answer.init)
  }
}

extension BundledResponses.Answer {
  var cbor: CBOR {
    .array([
      CBOR(number), .text(item), CBOR(itemVersion), RecordFields.optional(response.map(CBOR.text)), CBOR(credit),
      CBOR(spent), RecordFields.optional(answeredAt.map { CBOR($0) }),
    ])
  }

  init(_ row: RecordFields) throws(BundleFault) {
    try self.init(
      number: row.integer(0, .responses, in: 1...10_000), item: row.code(1, .responses),
      itemVersion: row.integer(2, .version, in: 1...0xffff_ffff),
      response: row.optionalText(3, .responses, most: 16_000), credit: row.integer(4, .score, in: 0...100),
      spent: row.integer(5, .spent), answeredAt: row.optionalMoment(6))
  }
}
