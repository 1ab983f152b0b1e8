//! What the office wants to see in the evening.

#include "route.h"

//! A line of signs, as long as it is wide.
string rule(int width, string sign) {
  return sign * width;
}

//! Text in the middle of a line.
string centred(string text, int width) {
  int left = max(0, (width - sizeof(text)) / 2);
  return " " * left + text;
}

//! The board on the quay.
string board(array(Timetable.Departure) departures, int now) {
  array(string) lines = ({ centred(LINE_NAME, 48), rule(48, "═") });
  foreach (Timetable.upcoming(departures, now), Timetable.Departure departure)
    lines += ({ departure->line() });
  return lines * "\n";
}

//! How full the boats were, in per cent.
int occupancy(array(Timetable.Departure) departures) {
  int room = 0, taken = 0;
  foreach (departures, Timetable.Departure departure) {
    room += departure->room();
    taken += sizeof(Tickets.tickets_for(departure));
  }
  return room ? taken * 100 / room : 0;
}

//! The day in a few lines.
string evening(array(Timetable.Departure) departures) {
  return sprintf("%s\n%d departures, %d %% full, %.2f kr\n", rule(32, "─"), sizeof(departures),
                 occupancy(departures), Tickets.earnings() / 100.0);
}
