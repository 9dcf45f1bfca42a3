import Web

/// Requests that are answered here, before any screen sees them; the raw value is the status.
enum Refusal: Int, CaseIterable {
  case malformed = 400
  case methodNotAllowed = 405
  case tooSlow = 408
  case bodyTooLarge = 413
  case targetTooLong = 414
  case headTooLarge = 431
  /// The screen's answer had a header or a status that cannot be sent.
  case answerNotSendable = 500
  case stopping = 503
  case versionNotSupported = 505
  /// The disk did not take the body.
  case noRoom = 507

  var response: Response {
    var headers = [
      Response.Header("Content-Type", "text/plain; charset=utf-8"),
      Response.Header("Cache-Control", "no-store"),
    ]
    if self == .methodNotAllowed { headers.append(Response.Header("Allow", "GET, HEAD, POST")) }
    if self == .stopping {
      // The first page offers the way back into a test; whoever comes before the server does finds nothing and is led on by the kiosk's session.
      headers += [Response.Header("Retry-After", "5"), Response.Header("Refresh", "5; url=/")]
    }
    return Response(status: rawValue, headers: headers, body: Array(wording.utf8))
  }

  /// The whole answer as it goes over the wire, for when libmicrohttpd is not asked to send it.
  var wireForm: [UInt8] {
    let response = response
    var text = "HTTP/1.1 \(rawValue) \r\nConnection: close\r\nContent-Length: \(response.body.count)\r\n"
    for header in response.headers + ProtectingHeaders.lacking(in: response.headers) {
      text += "\(header.name): \(header.value)\r\n"
    }
    return Array((text + "\r\n").utf8) + response.body
  }

  private var wording: String {
    switch self {
    case .malformed: "Yêu cầu không hợp lệ.\nThe request is not valid.\n"
    case .methodNotAllowed: "Không hỗ trợ kiểu yêu cầu này.\nThis method is not allowed.\n"
    case .tooSlow: "Yêu cầu gửi đến quá chậm. Hãy thử lại.\nThe request took too long to arrive.\n"
    case .bodyTooLarge: "Nội dung gửi đến quá lớn.\nThe request body is too large.\n"
    case .targetTooLong: "Địa chỉ trang quá dài.\nThe address is too long.\n"
    case .headTooLarge: "Phần đầu của yêu cầu quá lớn.\nThe request headers are too large.\n"
    case .answerNotSendable: "Máy chủ gặp lỗi khi trả lời.\nThe server could not send its answer.\n"
    case .noRoom: "Máy chủ hết chỗ trên đĩa. Hãy báo kỹ thuật viên.\nThe server's disk is full.\n"
    case .stopping:
      "Máy đang khởi động lại. Câu trả lời đã lưu vẫn còn; trang này tự mở lại.\nThe server is stopping. What was saved is kept; this page comes again by itself.\n"
    case .versionNotSupported: "Không hỗ trợ phiên bản HTTP này.\nThis version of HTTP is not supported.\n"
    }
  }
}
