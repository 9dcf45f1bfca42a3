import UseCases

extension Site {
  /// The design system on one page, for whoever builds or adopts it.
  func design(_ visit: inout Visit) throws -> Response {
    visit.page(DesignPage(palette: assets.palette, token: try visit.tokenField()).page)
  }
}

/// Everything pages are made of, each part as it stands on pages, with what was measured of it.
package struct DesignPage {
  let palette: Palette
  let token: Markup

  var page: Page {
    Page(
      DesignWording.title, kind: "design",
      styles: ["staff.css", "answers.css", "desk-accounts.css", "office-reports.css", "gallery.css"],
      main: """
        <h1>\(DesignWording.title)</h1>
        <p class="lead">\(DesignWording.lead)</p>
        \(colours)\(type)\(buttons)\(fields)\(notices)\(tables)\(choices)\(charts)
        """)
  }

  private func section(_ title: String, _ rule: String, _ body: Markup) -> Markup {
    """
    <section class="card">
    <h2>\(title)</h2>
    <p class="small">\(rule)</p>
    \(body)</section>

    """
  }

  private var colours: Markup {
    section(
      DesignWording.colours, DesignWording.coloursRule,
      "\(each: palette.themes, { ContrastTable(theme: $0).markup })")
  }

  private var type: Markup {
    section(
      DesignWording.type, DesignWording.typeRule,
      """
      <p class="specimen-largest">\(DesignWording.specimen)</p>
      <p class="specimen-title">\(DesignWording.specimen)</p>
      <p class="lead">\(DesignWording.specimen)</p>
      <p>\(DesignWording.specimen)</p>
      <p class="small">\(DesignWording.specimen)</p>
      <p><strong>\(DesignWording.letters)</strong></p>
      <p>\(DesignWording.letters)</p>

      """)
  }

  private var buttons: Markup {
    section(
      DesignWording.buttons, DesignWording.buttonsRule,
      """
      <p class="actions steps"><a class="button main" href="#main">\(Wording.next)</a>
      <a class="button" href="#main">\(Wording.toReview)</a>
      <a class="button danger" href="#main">\(DesignWording.danger)</a>
      <a class="button quiet back" href="#main">\(Wording.back)</a></p>

      """)
  }

  private var fields: Markup {
    section(
      DesignWording.fields, DesignWording.fieldsRule,
      """
      <div class="faults"><ul><li><a href="#sample-year">\(DesignWording.faultSample)</a></li></ul></div>
      <div class="fields">
      <p><label for="sample-name">\(Wording.seatName)</label><input type="text" id="sample-name" autocomplete="off"></p>
      <p><label for="sample-year">\(Wording.seatBirthYear)</label><span class="fault" id="sample-fault">\(DesignWording.faultSample)</span>\
      <input type="text" id="sample-year" value="57" aria-invalid="true" aria-describedby="sample-fault" autocomplete="off"></p>
      <p><label for="sample-choice">\(Wording.slipAudience)</label><select id="sample-choice"><option>\(DesignWording.choiceSample)</option></select></p>
      </div>
      <label class="check-line"><input type="checkbox" checked><span>\(Wording.mark)</span></label>

      """)
  }

  private var notices: Markup {
    section(
      DesignWording.notices, DesignWording.noticesRule,
      """
      <p class="notice">\(Wording.warmUpLead)</p>
      <p class="done">\(DesignWording.doneSample)</p>
      <p class="verdict right">\(Wording.feedbackRight)</p>
      <p class="verdict wrong">\(Wording.feedbackWrong)</p>
      <p><span class="badge good">\(DesignWording.badgeGood)</span> <span class="badge care">\(DesignWording.badgeCare)</span> \
      <span class="badge calm">\(DesignWording.badgeCalm)</span></p>
      <div class="outcome passed"><p class="score">\(Wording.passed)</p></div>

      """)
  }

  private var tables: Markup {
    section(
      DesignWording.tables, DesignWording.tablesRule,
      """
      \(Components.scroll)<table class="list">
      <thead><tr><th>\(Wording.slipAudience)</th><th class="number">\(Wording.galleryItems)</th></tr></thead>
      <tbody><tr><td>\(DesignWording.choiceSample)</td><td class="number">1.234</td></tr></tbody>
      </table></div>

      """)
  }

  /// What is asked before something is done, and what is chosen among.
  private var choices: Markup {
    section(
      DesignWording.choices, DesignWording.choicesRule,
      """
      <details class="asking"><summary>\(DesignWording.danger)</summary><div class="asked"><p>\(DesignWording.askedSample)</p>\
      <a class="button danger" href="#main">\(DesignWording.danger)</a></div></details>
      <fieldset><legend>\(DesignWording.choiceLegend)</legend>
      <label class="option"><input type="radio" name="sample" checked><span>\(Wording.practiceTitle)</span></label>
      <label class="option"><input type="radio" name="sample"><span>\(Wording.testedTitle)</span></label>
      </fieldset>

      """)
  }

  private var charts: Markup {
    section(
      DesignWording.charts, DesignWording.chartsRule,
      """
      <div class="areas"><ul>
      <li class="strong"><span>\(DesignWording.areaSample)</span><span class="word">\(Wording.areaStrong)</span>\(Components.progress(9, of: 10))</li>
      <li class="weak"><span>\(DesignWording.areaSample)</span><span class="word">\(Wording.areaWeak)</span>\(Components.progress(3, of: 10))</li>
      </ul></div>

      """)
  }
}

/// Each pair of colours that meets on pages, on one ground.
private struct ContrastTable {
  let theme: Palette.Theme

  var markup: Markup {
    """
    \(Components.scroll)<table class="list">
    <caption>\(name)</caption>
    <thead><tr><th>\(DesignWording.pair)</th><th>\(DesignWording.sample)</th><th class="number">\(DesignWording.contrast)</th>\
    <th class="number">\(DesignWording.least)</th></tr></thead>
    <tbody>
    \(each: Palette.pairs, row)</tbody></table></div>

    """
  }

  private var name: String { "\(AppearanceWording.ground): \(AppearanceWording.word(theme.ground))" }

  private func row(_ pair: Palette.Pair) -> Markup {
    let front = theme.colours[pair.front] ?? "", back = theme.colours[pair.back] ?? ""
    let contrast = Palette.contrast(front, back).map(Self.ratio) ?? Wording.slipWithoutNumber
    return """
      <tr><th scope="row">\(pair.front), \(pair.back)</th><td>\(swatch(front, back, of: pair))</td>\
      <td class="number">\(contrast)</td><td class="number">\(Int(pair.least)):1</td></tr>

      """
  }

  private func swatch(_ front: String, _ back: String, of pair: Palette.Pair) -> Markup {
    """
    <svg class="swatch" viewBox="0 0 120 40" role="img" aria-label="\(front) \(back)">\
    <rect width="120" height="40" fill="\(back)"/><rect x="20" y="10" width="80" height="20" fill="\(front)"/></svg>
    """
  }

  /// To one decimal, cut off: 6.99 is not 7.
  private static func ratio(_ contrast: Double) -> String {
    let tenths = Int(contrast * 10)
    return "\(tenths / 10),\(tenths % 10):1"
  }
}

enum DesignWording {
  static let title = "Mẫu trình bày"
  static let lead = "Mọi trang đều ghép từ các mẫu này. Đổi cỡ chữ và màu nền bằng hai nút ở đầu trang để xem thử."
  static let colours = "Màu"
  static let coloursRule =
    "Chữ trên nền đạt ít nhất 7:1, đường viền và hình ít nhất 3:1. Màu không bao giờ đứng một mình, luôn có chữ."
  static let pair = "Chữ, nền"
  static let sample = "Mẫu"
  static let contrast = "Tương phản"
  static let least = "Ít nhất"
  static let type = "Chữ"
  static let typeRule =
    "Cỡ nhỏ nhất 20 điểm ảnh, phóng to được đến 200 %. Dòng cách nhau 1,5 lần để dấu không chạm nhau."
  static let specimen = "Bình dân học vụ số: Ặ Ẫ Ổ Ữ Ỹ, quyển, nghỉ, thưởng"
  static let letters = "1 l I 0 O 5 S 8 B"
  static let buttons = "Nút bấm"
  static let buttonsRule = "Cao ít nhất 48 điểm ảnh, cách nhau 8. Mỗi trang một nút chính, ở góc dưới bên phải."
  static let danger = "Hủy lượt làm bài"
  static let fields = "Ô nhập"
  static let fieldsRule = "Tên ô ở trên ô. Lỗi nói ngay cạnh ô và trên đầu trang."
  static let faultSample = "Năm sinh cần đủ 4 số, như 1957."
  static let choiceSample = "Người dân"
  static let notices = "Thông báo"
  static let noticesRule = "Nói việc gì đã xảy ra, rồi cần bấm gì."
  static let doneSample = "Đã lưu."
  static let badgeGood = "đã xong"
  static let badgeCare = "cần giúp"
  static let badgeCalm = "đang làm"
  static let tables = "Bảng"
  static let tablesRule = "Số canh phải. Bảng rộng cuộn trong khung của nó."
  static let choices = "Hỏi lại và lựa chọn"
  static let choicesRule = "Việc khó làm lại thì hỏi trước, ngay tại chỗ."
  static let askedSample = "Lượt làm bài này sẽ không còn giá trị."
  static let choiceLegend = "Làm thử hay sát hạch?"
  static let charts = "Biểu đồ"
  static let chartsRule = "Thanh nào cũng có chữ nói cùng một điều."
  static let areaSample = "An toàn trên mạng"
}
