import Testing

@testable import Sealing

@Suite("The recovery key")
struct RecoveryKeyTests {
  private let key: RecoveryKey

  init() throws { key = try RecoveryKey(bytes: (0..<20).map { UInt8($0 * 11) }) }

  @Test("its text reads back, also in small letters, without dashes, with O for 0 and I or L for 1")
  func readsBack() throws {
    let typed = key.text.lowercased().split(separator: "-").joined(separator: " ")
    let confused = String(typed.map { $0 == "0" ? "o" : $0 == "1" ? "l" : $0 })

    #expect(key.text.utf8.count == 47)
    #expect(try RecoveryKey(key.text).bytes == key.bytes)
    #expect(try RecoveryKey(confused).bytes == key.bytes)
  }

  @Test("every wrong sign and every two neighbours swapped are found in their group")
  func findsEverySlip() throws {
    let signs = Array(key.text.utf8.filter { $0 != 0x2D })
    for place in signs.indices {
      for other in RecoveryKey.alphabet where other != signs[place] {
        var wrong = signs
        wrong[place] = other
        #expect(fault(of: wrong) == .groups([place / 5 + 1]))
      }
      guard place % 5 < 4, signs[place] != signs[place + 1] else { continue }
      var swapped = signs
      swapped.swapAt(place, place + 1)
      #expect(fault(of: swapped) == .groups([place / 5 + 1]))
    }
  }

  @Test("two groups in each other's place are both named")
  func findsSwappedGroups() {
    var groups = key.text.split(separator: "-").map { Array($0.utf8) }
    groups.swapAt(1, 6)
    #expect(fault(of: groups.flatMap { $0 }) == .groups([2, 7]))
  }

  @Test("another length and a sign that never occurs are told")
  func otherTexts() {
    #expect(throws: RecoveryKey.Fault.length(found: 39)) { try RecoveryKey(String(key.text.dropLast())) }
    #expect(throws: RecoveryKey.Fault.sign(at: 2)) { try RecoveryKey("0U") }
  }

  @Test("the secret half is made of the key alone, and opens what was sealed to the public half")
  func opensSealed() throws {
    let sealed = try OfficeKey.seal([1, 2, 3], to: OfficeKey(key).publicKey)
    #expect(try OfficeKey(RecoveryKey(key.text)).open(sealed) == [1, 2, 3])
    #expect(throws: SealingError.cannotOpen) { try OfficeKey(RecoveryKey.new()).open(sealed) }
  }

  @Test("the vector of the documentation holds")
  func vector() throws {
    let key = try RecoveryKey(bytes: (0..<20).map { UInt8($0) })
    let hash = Digest.sha256(try OfficeKey(key).publicKey)
    #expect(key.text == "000GC-40R4Y-0M301-E209M-185G2-R38EE-1W810-24GKG")
    #expect(Array(hash.prefix(4)) == [0x49, 0x8F, 0x04, 0x0D])
  }

  private func fault(of signs: [UInt8]) -> RecoveryKey.Fault? {
    do throws(RecoveryKey.Fault) {
      _ = try RecoveryKey(String(decoding: signs, as: UTF8.self))
      return nil
    } catch {
      return error
    }
  }
}
