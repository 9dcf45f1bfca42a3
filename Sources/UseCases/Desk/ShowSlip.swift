import Assessment
import Slip

/// Everything the desk knows of one slip.
package struct SlipFile: Sendable {
  package let slip: StoredSlip
  /// What the paper says.
  package let claims: Claims
  package let person: Int64?
  package let holder: StoredPerson?
  /// Whose it was is kept no longer.
  package let isHolderErased: Bool
  /// Every sheet that was counted, oldest first.
  package let sheets: [PrintedSheet]
  package let revocation: DeskEntry?
}

/// A sheet of a slip and who let it out.
package struct PrintedSheet: Equatable, Sendable {
  package let copy: Int
  package let entry: DeskEntry
}

extension Kiosk {
  package func slipFile(_ serial: Int64) throws -> SlipFile {
    guard let slip = try store.slip(serial: serial) else { throw UseCaseError.desk(.unknownSlip) }
    let person = try store.attempt(slip.attempt)?.person
    return SlipFile(
      slip: slip, claims: try claims(of: slip), person: person,
      holder: try person.flatMap { try store.candidate($0) },
      isHolderErased: try person.map { try store.erasure(of: $0) != nil } ?? false, sheets: try sheets(of: slip),
      revocation: try store.revocation(of: serial).map { try entry(at: $0.at, by: $0.account, for: $0.reason) })
  }

  /// A sheet that the desk let out bears the moment of an act; every other one came out at the kiosk.
  private func sheets(of slip: StoredSlip) throws -> [PrintedSheet] {
    var acts = try store.acts(on: slip.attempt, after: 0).filter { [.printSlip, .reprintSlip].contains($0.kind) }
    return try store.prints(of: slip.serial).map { print in
      let index = acts.firstIndex { $0.at == print.at }
      let act = index.map { acts.remove(at: $0) }
      return PrintedSheet(
        copy: print.copy, entry: try entry(at: print.at, by: act?.account, for: act?.reason))
    }
  }
}
