#include <opusenc.h>
#include <opus_defines.h>

/// Swift cannot call functions with a variable number of arguments.
static inline int sathach_opus_set(OggOpusEnc *encoder, int request, int value) {
  return ope_encoder_ctl(encoder, request, value);
}
