//! What ice does to a timetable.

#include "../route.h"

//! How much longer a crossing takes.
int minutes() {
  return ICE_MINUTES;
}
