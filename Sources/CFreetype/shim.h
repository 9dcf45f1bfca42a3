#include <ft2build.h>
#include FT_FREETYPE_H

/// Hints that move outlines up and down only. The original is a macro that Swift cannot see.
static const FT_Int32 sathach_load_light = FT_LOAD_TARGET_LIGHT;
