import Assessment
import UseCases

/// Items in and out: files, drafts, what a format holds.
extension PageSamples {
  static func items() throws -> [PageSample] {
    let box = try TestBox(bank: SampleKinds.bank(), rules: ItemTable.rules)
    try box.hireOffice()
    let browser = try Browser.minh(box)
    var samples = [take("items", try browser.get("/office/items"))]
    samples.append(take("items-refused", try browser.bring("Dạng câu hỏi;Lời dẫn\n\"a;b\n")))
    samples.append(take("drafts-none", try browser.get("/office/items/drafts")))
    samples.append(take("items-dry-run", try browser.bring(ItemTable.text)))
    samples.append(take("drafts", try browser.takeIn()))
    samples.append(take("draft-ready", try browser.get("/office/items/drafts/cau-moi")))
    samples.append(take("draft-lacking", try browser.get("/office/items/drafts/cau-thieu")))
    samples.append(take("drafts-not-read", try browser.post("/office/items/drafts/cau-moi/release", [])))
    samples.append(
      take("draft-not-released", try browser.post("/office/items/drafts/cau-thieu/release", [("read", "yes")])))
    samples.append(
      take("drafts-released", try browser.post("/office/items/drafts/cau-moi/release", [("read", "yes")])))
    samples.append(take("items-export-gift", try browser.get("/office/items/exports/gift")))
    samples.append(take("items-export-qti", try browser.get("/office/items/exports/qti")))
    return samples
  }
}

/// A table of items as somebody fills it in: one whole, one with something missing, one that is refused.
package enum ItemTable {
  package static let head =
    "Mã câu;Dạng câu hỏi;Năng lực;Đối tượng;Dùng cho;Độ khó;Lý do độ khó;Lời dẫn;Phương án A;Phương án B;Phương án C;"
    + "Đáp án;A cho biết;B cho biết;C cho biết;Giải thích;Nguồn\n"
  package static let text =
    head + row("cau-moi")
    + row("cau-thieu").replacing(";Cuộc gọi lạ thường lừa đảo.;", with: ";;")
    + row("cau-sai").replacing(";một đáp án;", with: ";hình vẽ;")

  package static func row(_ id: String) -> String {
    "\(id);một đáp án;an-toan.mot;nguoi-dan;sát hạch;2;thử;Nhận cuộc gọi lạ đòi tiền thì làm gì?;Cúp máy;Nghe theo;"
      + "Đọc mã;A;biết;tin;lộ;Cuộc gọi lạ thường lừa đảo.;nguyên tắc chung\n"
  }

  package static var rules: EditorialRules {
    var rules = EditorialRules()
    rules.wordsInSentence = 30
    return rules
  }
}

extension Browser {
  @discardableResult
  package func bring(_ text: String, named name: String = "câu hỏi.csv", _ fields: [(String, String)] = []) throws
    -> Browser
  {
    try upload("/office/items", fields, files: [("file", name, Array(text.utf8))])
  }

  /// Takes in what the dry run on the screen has shown.
  @discardableResult
  package func takeIn() throws -> Browser {
    try post("/office/items/intake", [("mark", hidden("mark"))])
  }
}
