import Assessment
import Slip

/// The fields of an array by position, each held against what it must be.
struct RecordFields {
  /// What a field is refused with.
  typealias Refusal = (BundleFault.Field) -> BundleFault
  let items: [CBOR]
  let refusal: Refusal

  init(_ items: [CBOR], count: Int, whole: BundleFault.Field, refusal: @escaping Refusal) throws(BundleFault) {
    guard items.count == count else { throw refusal(whole) }
    (self.items, self.refusal) = (items, refusal)
  }

  /// What is not there stands as an empty array.
  static let missing = CBOR.array([])

  static func optional(_ value: CBOR?) -> CBOR { value ?? missing }

  private func isMissing(_ place: Int) -> Bool { items[place].items?.isEmpty == true }

  func integer(
    _ place: Int, _ field: BundleFault.Field, in bounds: ClosedRange<Int> = 0...0xffff_ffff
  ) throws(BundleFault) -> Int {
    guard let number = items[place].integer, bounds.contains(number) else { throw refusal(field) }
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
    guard let text = items[place].string, text.utf8.count <= most else { throw refusal(field) }
    return text
  }

  func optionalText(_ place: Int, _ field: BundleFault.Field, most: Int = 400) throws(BundleFault) -> String? {
    isMissing(place) ? nil : try text(place, field, most: most)
  }

  func bytes(_ place: Int, _ field: BundleFault.Field, counts: ClosedRange<Int>) throws(BundleFault) -> [UInt8] {
    guard let bytes = items[place].byteString, counts.contains(bytes.count) else { throw refusal(field) }
    return bytes
  }

  func id(_ place: Int, _ field: BundleFault.Field = .id) throws(BundleFault) -> BundledID {
    guard let id = BundledID(items[place]) else { throw refusal(field) }
    return id
  }

  func optionalID(_ place: Int, _ field: BundleFault.Field) throws(BundleFault) -> BundledID? {
    isMissing(place) ? nil : try id(place, field)
  }

  func issuer(_ place: Int) throws(BundleFault) -> Issuer {
    guard let text = items[place].string, let issuer = try? Issuer(text) else { throw refusal(.issuer) }
    return issuer
  }

  func token(_ place: Int) throws(BundleFault) -> SlipToken {
    guard let bytes = items[place].byteString, let token = try? SlipToken(bytes: bytes) else { throw refusal(.token) }
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

  /// The parts of an array of arrays.
  func rows(_ place: Int, _ field: BundleFault.Field, each count: Int) throws(BundleFault) -> [RecordFields] {
    guard let items = items[place].items else { throw refusal(field) }
    var rows: [RecordFields] = []
    rows.reserveCapacity(items.count)
    for item in items {
      guard let parts = item.items else { throw refusal(field) }
      rows.append(try RecordFields(parts, count: count, whole: field, refusal: refusal))
    }
    return rows
  }
}

extension CBOR {
  init(_ moment: Moment) { self.init(Int(moment.milliseconds)) }
  init(_ flag: Bool) { self.init(flag ? 1 : 0) }
}
