// What must hold, or else nothing goes on.
#define REQUIRE(CONDITION, MESSAGE) do { if (!(CONDITION)) error("%s\n", (MESSAGE)); } while (0)
