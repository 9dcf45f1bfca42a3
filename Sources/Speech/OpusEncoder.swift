import Audio
import COpusEnc

/// Samples to Opus by libopusenc, which also brings them to 48 kHz.
enum OpusEncoder {
  /// Bits a second: speech of one voice without noise loses nothing that can be heard.
  private static let bitRate: Int32 = 16_000

  static func sound(_ samples: Samples) throws(SpeechError) -> Sound {
    guard !samples.values.isEmpty else { throw .silent }
    guard let comments = ope_comments_create() else { throw .encoder(code: OPE_ALLOC_FAIL) }
    defer { ope_comments_destroy(comments) }
    var code: Int32 = 0
    guard let encoder = ope_encoder_create_pull(comments, Int32(samples.rate), 1, 0, &code) else {
      throw .encoder(code: code)
    }
    defer { ope_encoder_destroy(encoder) }
    _ = sathach_opus_set(encoder, OPUS_SET_BITRATE_REQUEST, bitRate)
    _ = sathach_opus_set(encoder, OPUS_SET_COMPLEXITY_REQUEST, 5)
    _ = sathach_opus_set(encoder, OPUS_SET_SIGNAL_REQUEST, OPUS_SIGNAL_VOICE)
    code = samples.values.withUnsafeBufferPointer { ope_encoder_write(encoder, $0.baseAddress, Int32($0.count)) }
    if code == 0 { code = ope_encoder_drain(encoder) }
    guard code == 0 else { throw .encoder(code: code) }
    var file: [UInt8] = []
    var (page, length): (UnsafeMutablePointer<UInt8>?, opus_int32) = (nil, 0)
    while ope_encoder_get_page(encoder, &page, &length, 1) == 1, let page {
      file += UnsafeBufferPointer(start: page, count: Int(length))
    }
    do { return try OggOpus.read(file) } catch { throw .encoder(code: OPE_INTERNAL_ERROR) }
  }
}
