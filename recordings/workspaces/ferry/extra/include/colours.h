// How the board shows what is late.
#define RED "\e[31m"
#define PLAIN "\e[0m"
#define LATE(TEXT) (RED + (TEXT) + PLAIN)
