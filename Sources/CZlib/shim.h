// The system's zlib. deflateInit2 and inflateInit2 are macros, which Swift cannot call.
#include <zlib.h>

static inline int reprise_deflate_init_raw(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
}

static inline int reprise_inflate_init_raw(z_stream *stream) { return inflateInit2(stream, -15); }
