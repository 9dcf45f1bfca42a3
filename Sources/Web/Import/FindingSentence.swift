import Interchange

/// What was found in a file from outside, in Vietnamese, for the officer who brings it: what it is, then what to do.
package enum FindingSentence {
  package static func text(_ finding: Finding) -> String {
    func fact(_ place: Int) -> String { finding.facts.indices.contains(place) ? finding.facts[place] : "" }
    return switch finding.reason.weight {
    case .refusesFile: file(finding.reason, fact)
    case .refusesItem: item(finding.reason, fact)
    case .note: note(finding.reason, fact)
    }
  }

  /// Where it is: the file in a package, the line, the column.
  package static func place(_ finding: Finding) -> String {
    var parts: [String] = finding.file.isEmpty ? [] : ["tệp \(finding.file)"]
    if finding.line > 0 { parts.append("dòng \(finding.line)") }
    if finding.column > 0 { parts.append("cột \(finding.column)") }
    return parts.joined(separator: ", ")
  }

  private static func file(_ reason: Finding.Reason, _ fact: (Int) -> String) -> String {
    switch reason {
    case .fileTooLarge: "Tệp quá lớn, nhiều nhất \(megabytes(fact(1))). Hãy chia thành nhiều tệp."
    case .emptyFile: "Tệp không có nội dung. Hãy chọn tệp khác."
    case .unknownFormat: "Tệp không phải CSV, XLSX, GIFT, Moodle XML hay QTI. Hãy lưu lại ở một trong các dạng đó."
    case .unknownEncoding: "Không đọc được chữ trong tệp. Hãy lưu lại ở dạng UTF-8."
    case .fontEncoding:
      "Chữ trong tệp dùng phông TCVN3 hoặc VNI, như “\(fact(0))”. Hãy chuyển sang Unicode rồi lưu lại."
    case .nullByte: "Tệp có ký tự không đọc được. Hãy lưu lại ở dạng UTF-8."
    case .tooManyRows: "Bảng có hơn \(fact(0)) dòng. Hãy chia thành nhiều tệp."
    case .tooManyColumns: "Một dòng có hơn \(fact(0)) cột. Hãy bỏ các cột thừa."
    case .cellTooLong: "Một ô quá dài. Hãy rút ngắn ô đó."
    case .quoteNotClosed: "Dấu ngoặc kép mở ở đây không được đóng. Hãy thêm dấu đóng."
    case .textAfterQuote: "Có chữ sau dấu ngoặc kép đóng. Hãy viết dấu ngoặc kép trong ô thành hai dấu."
    case .tooManyItems: "Tệp có hơn \(fact(0)) câu hỏi. Hãy chia thành nhiều tệp."
    case .noItems: "Trong tệp không có câu hỏi nào. Hãy chọn tệp khác."
    case .damagedArchive, .missingEntry, .repeatedEntry:
      "Tệp bị hỏng hoặc thiếu. Hãy lưu lại từ phần mềm đã tạo ra tệp."
    case .tooManyEntries, .inflatesTooFar: "Tệp nén mở ra quá lớn. Hãy chia thành nhiều tệp."
    case .unsafeName: "Tệp nén có tên tệp không an toàn: \(fact(0)). Không dùng tệp này."
    case .encryptedEntry: "Tệp có mật khẩu. Hãy lưu lại không có mật khẩu."
    case .damagedXML: "Tệp XML bị hỏng ở đây. Hãy xuất lại từ phần mềm đã tạo ra tệp."
    case .documentType: "Tệp XML có phần khai báo không được nhận. Hãy xuất lại từ phần mềm đã tạo ra tệp."
    case .tooDeep, .textTooLong: "Tệp XML có phần quá dài hoặc quá nhiều tầng. Hãy xuất lại với ít nội dung hơn."
    case .unexpectedRoot: "Tệp XML không phải Moodle XML hay QTI. Hãy chọn tệp khác."
    case .noWorksheet: "Sổ tính không có trang nào để đọc. Hãy hiện trang có câu hỏi rồi lưu lại."
    case .badCell: "Một ô không đọc được: “\(fact(0))”. Hãy nhập lại ô đó."
    case .missingColumn: "Dòng đầu thiếu cột “\(fact(0))”. Hãy thêm cột đó như trong tệp mẫu."
    case .repeatedColumn: "Cột “\(fact(0))” có hai lần. Hãy bỏ một cột."
    default: reason.rawValue
    }
  }

  private static func item(_ reason: Finding.Reason, _ fact: (Int) -> String) -> String {
    switch reason {
    case .errorCell: "Cột “\(fact(0))” đang báo lỗi \(fact(1)). Hãy nhập lại ô đó."
    case .unknownWord: "Cột “\(fact(0))” ghi “\(fact(1))”. Hãy chọn một trong: \(fact(2))."
    case .badNumber: "“\(fact(0))” ghi “\(fact(1))”, không phải số hợp lệ. Hãy nhập lại."
    case .repeatedID: "Mã câu “\(fact(0))” đã có ở dòng \(fact(1)). Hãy đặt mã khác."
    case .badSyntax: "Gặp “\(fact(0))” nhưng cần \(fact(1)). Hãy sửa lại dòng này."
    case .unsupportedType: "Dạng câu “\(fact(0))” không có ở đây. Hãy soạn lại câu ở dạng khác."
    case .severalInteractions: "Câu hỏi \(fact(0)) điều cùng lúc. Hãy tách thành từng câu."
    case .foreignMarkup: "Lời văn có mã <\(fact(0))>. Hãy chỉ để chữ."
    case .script: "Lời văn có mã lệnh (\(fact(0))). Hãy xóa phần đó."
    case .picture: "Câu có hình không đưa vào được (\(fact(0))). Hãy bỏ hình hoặc vẽ lại ở dạng SVG."
    case .mathematics: "Lời văn có công thức. Hãy viết lại bằng chữ và số."
    case .unknownEntity: "Lời văn có ký hiệu &\(fact(0)); không đọc được. Hãy gõ lại chữ đó."
    case .unequalWeights: "Các đáp án đúng có điểm không bằng nhau. Hãy chia đều điểm."
    case .noRightAnswer: "Câu không có đáp án đúng hoàn toàn. Hãy chọn đáp án."
    case .numberRange: "Đáp án “\(fact(0))” là khoảng hoặc số lẻ. Hãy dùng số nguyên."
    case .damagedNotes: "Phần riêng của câu bị sửa hỏng. Hãy xóa phần đó hoặc xuất lại câu."
    case .brokenReference: "“\(fact(0))” được nhắc đến nhưng không có. Hãy kiểm tra đáp án."
    case .unreadableEntry: "Tệp của câu này không đọc được. Hãy xuất lại câu."
    default: reason.rawValue
    }
  }

  private static func note(_ reason: Finding.Reason, _ fact: (Int) -> String) -> String {
    switch reason {
    case .otherSheets: "Chỉ đọc trang đầu. Không đọc: \(fact(0))."
    case .formula: "Cột “\(fact(0))” là công thức. Lấy kết quả lưu lần cuối."
    case .unknownColumn: "Không đọc cột “\(fact(0))”."
    case .formatting: "Bỏ cách trình bày chữ (\(fact(0)))."
    case .idMade: "Mã “\(fact(0))” không dùng được nên đã đặt mã mới."
    case .categoryLeft: "Mục “\(fact(0))” không phải năng lực trong khung nên không giữ."
    case .partLeft: "Không giữ: \(fact(0))."
    case .trueFalse: "Một câu đúng sai đã thành câu chọn một trong hai. Hãy thêm phương án."
    case .caseCounted: "Nơi cũ phân biệt chữ hoa. Ở đây thì không."
    case .gapInStem: "Chỗ trống trong câu viết thành ba chấm."
    case .otherScoring: "Nơi cũ chấm điểm khác (\(fact(0))). Hãy xem lại điểm."
    default: reason.rawValue
    }
  }

  private static func megabytes(_ bytes: String) -> String {
    "\((Int(bytes) ?? 0) >> 20) MB"
  }
}
