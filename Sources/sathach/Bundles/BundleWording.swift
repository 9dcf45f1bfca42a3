import Bundles
import Slip

/// What is wrong with a bundle or a file of answers, for the operator.
enum BundleWording {
  static func text(_ fault: BundleFault) -> String {
    switch fault {
    case .cut: "cut short"
    case .foreign: "not such a file"
    case .version(let version): "version \(version) of the format, this program knows 1; update the program"
    case .tooLarge(let bytes): "larger than may be (\(bytes) bytes)"
    case .trailing: "bytes after its end"
    case .headLength(let length): "a head of \(length) bytes, at most \(BundleLimits.head) were expected"
    case .head(let field): "the head's \(field.rawValue) is not what it must be"
    case .container(let error): "no signed message: \(SlipErrorWording.text(error))"
    case .unknownKey(let kid): "signed with \(kid.hex), which is not known"
    case .otherIssuer(let found, let key): "says \(found.text), but its key is \(key.text)'s"
    case .forged: "altered: its signature does not fit"
    case .otherRecipient: "sealed to another province"
    case .contentKey: "its key does not open"
    case .bodyDigest: "altered: its body is not the one that was signed"
    case .packing: "its body does not unpack"
    case .unpackedLength(let expected, let found): "\(found) bytes unpacked, \(expected) were expected"
    case .recordCount(let expected, let found): "\(found) records, \(expected) were expected"
    case .recordLength(let record, let bytes): "record \(record) has \(bytes) bytes"
    case .recordForm(let record): "record \(record) does not read"
    case .recordKind(let record, let kind): "record \(record) is of a kind \(kind), which is not known"
    case .recordField(let record, let field): "the \(field.rawValue) of record \(record) is not what it must be"
    case .particulars: "a personal part does not open"
    case .otherAnchor(let kid): "signed by \(kid.hex), not by the province this box trusts"
    case .forOther(let issuer): "for another box, \(issuer.text)"
    case .answer(let line, let field): "the \(field.rawValue) of answer \(line) is not what it must be"
    }
  }
}
