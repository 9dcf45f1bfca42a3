#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <gnutls/abstract.h>

/// `gnutls_free` is a variable that holds a function, which Swift takes for shared changing memory.
static inline void sathach_gnutls_free(void *memory) { gnutls_free(memory); }

/// The "bits" by which GnuTLS is told to make a key on the curve P-256; a macro Swift does not see.
static inline unsigned int sathach_p256_bits(void) { return GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1); }
