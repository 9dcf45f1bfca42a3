import Assessment
import Slip

/// The fields of an array by position, each held against what it must be.
struct RecordFields {
  /// What a field is refused with.
  typealias Refusal = (BundleFault.Field) -> BundleFault
  let document: CBORDocument
  let refusal: Refusal
  /// Where the array is.
  private var array: Int
  /// Items before the first field.
  private var start: Int

  /// - Parameter start: where in the array the fields begin.
  init(
    _ document: CBORDocument, at array: Int = CBORDocument.root, from start: Int = 0, count: Int,
    whole: BundleFault.Field, refusal: @escaping Refusal
  ) throws(BundleFault) {
    guard document.count(at: array) == start + count else { throw refusal(whole) }
    (self.document, self.array, self.start, self.refusal) = (document, array, start, refusal)
  }

  /// What is not there stands as an empty array.
  static let missing = CBOR.array([])

  static func optional(_ value: CBOR?) -> CBOR { value ?? missing }

  /// Where a field is in the document.
  func item(_ place: Int) -> Int { document.item(start + place, at: array) }

  /// How many items a field has that is an array.
  func count(_ place: Int) -> Int? { document.count(at: item(place)) }

  private func isMissing(_ place: Int) -> Bool { count(place) == 0 }

  /// The fields of an array that is a field.
  func inner(_ place: Int, count: Int, _ field: BundleFault.Field) throws(BundleFault) -> RecordFields {
    try RecordFields(document, at: item(place), count: count, whole: field, refusal: refusal)
  }

  func integer(
    _ place: Int, _ field: BundleFault.Field, in bounds: ClosedRange<Int> = 0...0xffff_ffff
  ) throws(BundleFault) -> Int {
    guard let number = document.integer(at: item(place)), bounds.contains(number) else { throw refusal(field) }
    return number
  }

  func optionalInteger(
    _ place: Int, _ field: BundleFault.Field, in bounds: ClosedRange<Int> = 0...0xffff_ffff
  ) throws(BundleFault) -> Int? {
    isMissing(place) ? nil : try integer(place, field, in: bounds)
  }

  func flag(_ place: Int, _ field: BundleFault.Field) throws(BundleFault) -> Bool {
    try integer(place, field, in: 0...1) == 1
  }

  func moment(_ place: Int, _ field: BundleFault.Field = .at) throws(BundleFault) -> Moment {
    // Boxes' clocks stand where they like; anything that is a time of this or the next centuries is taken.
    Moment(milliseconds: Int64(try integer(place, field, in: -62_135_596_800_000...253_402_300_799_999)))
  }

  func optionalMoment(_ place: Int, _ field: BundleFault.Field = .at) throws(BundleFault) -> Moment? {
    isMissing(place) ? nil : try moment(place, field)
  }

  func text(_ place: Int, _ field: BundleFault.Field, most: Int = 400) throws(BundleFault) -> String {
    guard let text = document.string(at: item(place)), text.utf8.count <= most else { throw refusal(field) }
    return text
  }

  func optionalText(_ place: Int, _ field: BundleFault.Field, most: Int = 400) throws(BundleFault) -> String? {
    isMissing(place) ? nil : try text(place, field, most: most)
  }

  func bytes(_ place: Int, _ field: BundleFault.Field, counts: ClosedRange<Int>) throws(BundleFault) -> [UInt8] {
    guard let bytes = document.byteString(at: item(place)), counts.contains(bytes.count) else { throw refusal(field) }
    return bytes
  }

  func id(_ place: Int, _ field: BundleFault.Field = .id) throws(BundleFault) -> BundledID {
    guard let id = BundledID(document, at: item(place)) else { throw refusal(field) }
    return id
  }

  func optionalID(_ place: Int, _ field: BundleFault.Field) throws(BundleFault) -> BundledID? {
    isMissing(place) ? nil : try id(place, field)
  }

  func issuer(_ place: Int) throws(BundleFault) -> Issuer {
    guard let text = document.string(at: item(place)), let issuer = try? Issuer(text) else { throw refusal(.issuer) }
    return issuer
  }

  func token(_ place: Int) throws(BundleFault) -> SlipToken {
    guard let bytes = document.byteString(at: item(place)), let token = try? SlipToken(bytes: bytes) else {
      throw refusal(.token)
    }
    return token
  }

  /// A word of a closed list.
  func word<Word: RawRepresentable<String>>(_ place: Int, _ field: BundleFault.Field) throws(BundleFault) -> Word {
    guard let word = Word(rawValue: try text(place, field, most: 40)) else { throw refusal(field) }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(
    _ place: Int, _ field: BundleFault.Field
  ) throws(BundleFault) -> Word? {
    isMissing(place) ? nil : try word(place, field)
  }

  /// An id of the banks' kind: small letters, digits, dots and hyphens.
  func code(_ place: Int, _ field: BundleFault.Field) throws(BundleFault) -> String {
    let text = try text(place, field, most: 40)
    guard Audience.ID.isWellFormed(text) else { throw refusal(field) }
    return text
  }

  /// `YYYY-MM-DD`.
  func day(_ place: Int, _ field: BundleFault.Field = .day) throws(BundleFault) -> String {
    let text = try text(place, field, most: 10)
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), CivilDate(year: year, month: month, day: day).isReal
    else { throw refusal(field) }
    return text
  }

  /// What an array holds.
  func values<Value>(
    _ place: Int, _ field: BundleFault.Field, _ read: (_ item: Int) throws(BundleFault) -> Value
  ) throws(BundleFault) -> [Value] {
    let array = item(place)
    guard let count = document.count(at: array) else { throw refusal(field) }
    var values: [Value] = []
    values.reserveCapacity(count)
    var item = array + 1
    for _ in 0..<count {
      values.append(try read(item))
      item = document.next(after: item)
    }
    return values
  }

  /// What an array of arrays holds, each array with so many fields.
  func rows<Row>(
    _ place: Int, _ field: BundleFault.Field, each count: Int, _ read: (RecordFields) throws(BundleFault) -> Row
  ) throws(BundleFault) -> [Row] {
    var row = self
    row.start = 0
    return try values(place, field) { (item) throws(BundleFault) in
      guard document.count(at: item) == count else { throw refusal(field) }
      row.array = item
      return try read(row)
    }
  }
}

extension CBOR {
  init(_ moment: Moment) { self.init(Int(moment.milliseconds)) }
  init(_ flag: Bool) { self.init(flag ? 1 : 0) }
}
