#!/usr/bin/env pike
#pragma strict_types
#define ONE 1
#define CALL(f, x...) f(x);
#define OPEN if (ONE) {
#define CLOSE }
#include "other.h"
void f() {
#if defined(ONE) && (ONE + 2 * 3 >= 7 || constant(Stdio.File))
  CALL(g, 1, 2)
#elif 0
  this is prose
#else
  h();
#endif
  OPEN
#ifdef ONE
    if (a) b();
    else
#endif
      c();
  CLOSE
#undef ONE
}
