import Province
import UseCases

/// Why something is not done, in one English line for the operator.
enum OfficeFaultLines {
  static func text(_ fault: OfficeFault) -> String {
    switch fault {
    case .staff(let fault): text(fault)
    case .confirmation(let fault): text(fault)
    case .table(let fault): "the file is not read: \(fault)"
    case .period:
      "counts are kept for whole months, quarters, half years and years; give --period, or the first and last day of one"
    }
  }

  private static func text(_ fault: StaffFault) -> String {
    switch fault {
    case .login: "a login has 2 to 32 of a-z, 0-9, dot and hyphen"
    case .loginTaken: "this login is taken"
    case .name: "the name is empty, too long, or has characters that no name has"
    case .unknownAccount: "there is no such account"
    default: "refused: \(fault)"
    }
  }

  private static func text(_ fault: ConfirmationFault) -> String {
    switch fault {
    case .nothingToList: "nobody waits for a list"
    case .unknownBatch(let id): "there is no list \(id)"
    case .alreadySent(let id): "list \(id) was handed over and does not change"
    case .answers(.empty): "the file has no line of answers"
    case .answers(.noHeadings): "no line has the headings of the layout"
    case .answers(let fault): "the file's answers are not readable: \(fault)"
    default: "refused: \(fault)"
    }
  }
}
