int x = (
#if 1
 1 +
#endif
 2);
#define EMPTY
#define JOIN(a, b) a##b #a
EMPTY int JOIN(y, 1);
/* open