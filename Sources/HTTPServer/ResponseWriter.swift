import CMicrohttpd
import Web

/// Turns answers into libmicrohttpd's form and queues them.
enum ResponseWriter {
  /// Queues `response`; one that cannot be sent becomes a 500. `closing` ends the connection after it.
  static func queue(_ response: Response, on connection: OpaquePointer, closing: Bool) -> MHD_Result {
    if let carrier = carrier(of: response, closing: closing) {
      return queue(carrier, status: response.status, on: connection)
    }
    let refusal = Refusal.answerNotSendable.response
    guard let carrier = carrier(of: refusal, closing: true) else { return .NO }
    return queue(carrier, status: refusal.status, on: connection)
  }

  private static func queue(_ carrier: OpaquePointer, status: Int, on connection: OpaquePointer) -> MHD_Result {
    defer { MHD_destroy_response(carrier) }
    return MHD_queue_response(connection, UInt32(status), carrier)
  }

  private static func carrier(of response: Response, closing: Bool) -> OpaquePointer? {
    guard (200...599).contains(response.status), let carrier = carrier(of: response.body) else { return nil }
    var sendable = true
    for header in response.headers + ProtectingHeaders.lacking(in: response.headers) {
      sendable = sendable && add(header.name, header.value, to: carrier)
    }
    if closing { sendable = sendable && add("Connection", "close", to: carrier) }
    if sendable { return carrier }
    MHD_destroy_response(carrier)
    return nil
  }

  /// The one copy of the body: it has to outlive the Swift array.
  private static func carrier(of body: [UInt8]) -> OpaquePointer? {
    guard !body.isEmpty else { return MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT) }
    return body.withUnsafeBytes {
      MHD_create_response_from_buffer($0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
    }
  }

  /// Through `withCString`, which lends the string's own bytes; passing the strings themselves would copy each twice.
  private static func add(_ name: String, _ value: String, to carrier: OpaquePointer) -> Bool {
    let (nameCount, valueCount) = (name.utf8.count, value.utf8.count)
    return name.withCString { name in
      value.withCString { value in
        HeaderRules.isName(UnsafeRawBufferPointer(start: name, count: nameCount))
          && !HeaderRules.hasControls(UnsafeRawBufferPointer(start: value, count: valueCount))
          && MHD_add_response_header(carrier, name, value) == .YES
      }
    }
  }
}
