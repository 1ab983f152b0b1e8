//! When which boat leaves for where.

#include "../route.h"

//! A time of the day as people write it: `7.05`.
string clock(int minutes) {
  return sprintf("%d.%02d", minutes / MINUTES_PER_HOUR % 24, minutes % MINUTES_PER_HOUR);
}

//! The departures of a boat that goes to and fro between two harbours.
array(.Departure) shuttle(object boat, Harbours.Harbour from, Harbours.Harbour to, int first, int last) {
  array(.Departure) departures = ({ });
  int now = first;
  while (now <= last) {
    .Departure departure = .Departure(boat, from, to, now);
    departures += ({ departure });
    now = departure->arrival() + TURNAROUND;
    [from, to] = ({ to, from });
  }
  return departures;
}

//! Those that leave after a time, the next one first.
array(.Departure) upcoming(array(.Departure) departures, int now) {
  array(.Departure) later = filter(departures, lambda(object departure) { return departure->leaves >= now; });
  sort(later->leaves, later);
  return later;
}
