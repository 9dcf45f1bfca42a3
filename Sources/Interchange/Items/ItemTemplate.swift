import Assessment

/// The table that items are filled into: its explanations and one example of each kind, for the framework of the office.
package struct ItemTemplate {
  private let framework: Framework

  package init(_ framework: Framework) {
    self.framework = framework
  }

  /// Name, what is filled in, and whether it must be.
  package var guide: [[String]] {
    ItemColumn.allCases.map { [$0.rawValue, explanation(of: $0), Self.must.contains($0) ? "bắt buộc" : ""] }
      + [
        [
          "Phương án A … F",
          "Các phương án; với dạng sắp xếp: các bước theo thứ tự đúng; với dạng điền: các đáp án được nhận; với dạng ghép đôi: các vế trái.",
          "bắt buộc",
        ],
        ["A ghép với … F ghép với", "Dạng ghép đôi: vế phải của A … F.", ""],
        ["A cho biết … F cho biết", "Người chọn phương án này biết gì hoặc nhầm ở đâu; cán bộ đọc.", "bắt buộc"],
        ["A để nghe … F để nghe", "Chỉ điền khi máy đọc nguyên văn không đúng.", ""],
        ["A phần điểm … F phần điểm", "Phần trăm điểm của phương án đúng một phần, từ 1 đến 99.", ""],
      ]
  }

  private static let must: Set<ItemColumn> = [
    .id, .kind, .competence, .audiences, .use, .difficulty, .difficultyReason, .stem, .key, .rationale, .source,
  ]

  private func explanation(of column: ItemColumn) -> String {
    switch column {
    case .id: "Chữ thường không dấu, số và dấu gạch nối, 3 đến 40 ký tự; không dùng lại cho câu khác."
    case .kind:
      "Một trong: " + ItemWords.kinds.map(\.1).joined(separator: ", ")
        + ". Dạng chỉ vào hình và thao tác chỉ sửa, không soạn mới trong bảng."
    case .competence: "Mã năng lực, xem trang Năng lực."
    case .audiences:
      "Mã đối tượng, cách nhau bằng dấu phẩy: "
        + framework.audiences.map { "\($0.id) (\($0.name))" }.joined(separator: ", ") + "."
    case .use: "Một trong: " + ItemWords.uses.map(\.1).joined(separator: ", ") + "."
    case .difficulty: "Từ 1 (gần như ai cũng làm được) đến 5 (ít người làm được)."
    case .difficultyReason: "Vì sao chọn mức đó."
    case .stem: "Điều được hỏi, nhiều nhất 300 ký tự."
    case .ear: "Chỉ điền khi máy đọc nguyên văn không đúng."
    case .key: "Chữ cái của phương án đúng: B, hoặc A, C; với dạng đúng sai: các câu đúng."
    case .rationale: "Vì sao đáp án đúng, bằng lời người dân đọc được."
    case .source: "“nguyên tắc chung”, hoặc văn bản nêu điều đó."
    case .sourceDate: "Ngày của văn bản: 2026-03-01, 2026-03 hoặc 2026."
    case .unit: "Dạng điền: chữ đứng sau ô, như “đồng”."
    case .extraRight: "Dạng ghép đôi: vế phải không ghép với gì, cách nhau bằng dấu |."
    case .mistakes: "Dạng điền: mỗi dòng một lỗi, viết “trả lời | cho biết gì”."
    case .credit: "Phần trăm điểm khi đúng 0, 1, 2 … phần, như “0 30 60 100”; để trống thì chia đều."
    case .cluster: "Tên chung của các câu làm lộ đáp án của nhau."
    case .version: "Thêm một mỗi khi đáp án đổi; để trống là 1."
    case .retiredOn: "Ngày thôi dùng: 2026-03-01."
    case .retiredFor: "Vì sao thôi dùng."
    case .reading: "Người đọc lại sửa gì, hoặc “không sửa”."
    case .own: "Phần mềm ghi những gì bảng không có cột; không sửa tay."
    }
  }

  /// Every competence with its name and audiences.
  package var competences: [[String]] {
    framework.competences.map { competence in
      [competence.id.text, competence.name, competence.audiences.map(\.text).joined(separator: ", ")]
    }
  }

  /// One row of each kind that a table is good for, in the order of ``ItemColumn/header``.
  package var examples: [[String]] {
    Self.examples.map { example in
      let header = ItemTableHeader(ItemColumn.header)
      var cells = [String](repeating: "", count: ItemColumn.header.count)
      let competence = framework.competences.first
      let common: [(String, String)] = [
        (ItemColumn.competence.rawValue, competence?.id.text ?? ""),
        (ItemColumn.audiences.rawValue, competence?.audiences.first?.text ?? ""),
        (ItemColumn.use.rawValue, "làm thử"), (ItemColumn.difficulty.rawValue, "2"),
        (ItemColumn.source.rawValue, ItemWords.principle),
      ]
      for (name, text) in common + example {
        if let place = header.place(name) { cells[place] = text }
      }
      return cells
    }
  }

  private static let examples: [[(String, String)]] = [
    [
      ("Mã câu", "vi-du-1"), ("Dạng câu hỏi", "một đáp án"),
      ("Lời dẫn", "Muốn màn hình điện thoại sáng hơn thì làm gì?"),
      ("Phương án A", "Tăng độ sáng màn hình"), ("Phương án B", "Tăng âm lượng cuộc gọi"),
      ("Phương án C", "Cắm tai nghe vào máy"),
      ("Đáp án", "A"),
      ("A cho biết", "Biết chỗ chỉnh độ sáng."), ("B cho biết", "Nhầm âm lượng với độ sáng."),
      ("C cho biết", "Chưa biết chỗ chỉnh."),
      ("Giải thích", "Độ sáng chỉnh trong phần Màn hình."), ("Lý do độ khó", "Việc làm hằng ngày."),
    ],
    [
      ("Mã câu", "vi-du-2"), ("Dạng câu hỏi", "nhiều đáp án"),
      ("Lời dẫn", "Hãy chọn hai việc giúp giữ mật khẩu an toàn."),
      ("Phương án A", "Không nói cho ai biết"), ("Phương án B", "Dán lên màn hình"),
      ("Phương án C", "Đặt dài và khó đoán"),
      ("Phương án D", "Dùng ngày sinh"), ("Đáp án", "A, C"), ("A cho biết", "Biết giữ kín."),
      ("B cho biết", "Để lộ mật khẩu."),
      ("C cho biết", "Biết đặt mật khẩu."), ("D cho biết", "Đặt mật khẩu dễ đoán."),
      ("Giải thích", "Mật khẩu kín và dài thì khó bị đoán."),
      ("Lý do độ khó", "Nghe nói nhiều."),
    ],
    [
      ("Mã câu", "vi-du-3"), ("Dạng câu hỏi", "đúng sai"), ("Lời dẫn", "Mỗi câu sau đúng hay sai?"),
      ("Phương án A", "Ảnh chiếm bộ nhớ của điện thoại"), ("Phương án B", "Tắt màn hình là xóa ảnh"),
      ("Phương án C", "Xóa ảnh cũ thì có thêm chỗ"), ("Đáp án", "A, C"), ("A cho biết", "Chưa biết ảnh chiếm bộ nhớ."),
      ("B cho biết", "Nhầm tắt màn hình với xóa."), ("C cho biết", "Chưa biết cách lấy thêm chỗ."),
      ("Giải thích", "Ảnh nằm trong bộ nhớ cho đến khi bị xóa."), ("Lý do độ khó", "Cần hiểu bộ nhớ."),
    ],
    [
      ("Mã câu", "vi-du-4"), ("Dạng câu hỏi", "sắp xếp"),
      ("Lời dẫn", "Gửi ảnh cho người thân: hãy xếp các bước theo thứ tự."),
      ("Phương án A", "Mở cuộc trò chuyện"), ("Phương án B", "Chọn ảnh"), ("Phương án C", "Bấm nút gửi"),
      ("A cho biết", "Phải chọn người trước."), ("B cho biết", "Chọn ảnh rồi mới gửi."),
      ("C cho biết", "Gửi là bước cuối."),
      ("Giải thích", "Chọn người, chọn ảnh rồi gửi."), ("Lý do độ khó", "Ba bước quen thuộc."),
    ],
    [
      ("Mã câu", "vi-du-5"), ("Dạng câu hỏi", "ghép đôi"), ("Lời dẫn", "Ghép mỗi việc với ứng dụng."),
      ("Phương án A", "Xem đường đi"), ("Phương án B", "Chụp ảnh"), ("Phương án C", "Hẹn giờ dậy"),
      ("A ghép với", "Bản đồ"),
      ("B ghép với", "Máy ảnh"), ("C ghép với", "Đồng hồ"), ("Vế phải thừa", "Máy tính"),
      ("A cho biết", "Biết bản đồ."),
      ("B cho biết", "Biết máy ảnh."), ("C cho biết", "Biết đồng hồ."), ("Giải thích", "Mỗi ứng dụng một việc."),
      ("Lý do độ khó", "Tên ứng dụng quen thuộc."),
    ],
    [
      ("Mã câu", "vi-du-6"), ("Dạng câu hỏi", "điền số"),
      ("Lời dẫn", "Hóa đơn 150.000 đồng, đã trả 100.000 đồng. Còn phải trả bao nhiêu?"),
      ("Phương án A", "50000"), ("A cho biết", "Tính đúng số còn lại."), ("Đơn vị", "đồng"),
      ("Lỗi thường gặp", "250000 | Cộng thay vì trừ."), ("Giải thích", "150.000 trừ 100.000 là 50.000."),
      ("Lý do độ khó", "Một phép trừ."),
    ],
  ]
}
