#! /usr/bin/env pike
// One winter's day on the line.

#include "route.h"

constant PASSENGERS = ({ "Åsa", "Björn", "千尋", "Zoë" });

//! The departures of the whole fleet.
array(Timetable.Departure) departures_of(Timetable.Season season) {
  array(Harbours.Harbour) harbours = Harbours.all();
  array(Timetable.Departure) departures = ({ });
  foreach (Vessels.fleet(); int i; Vessels.Vessel boat) {
    Harbours.Harbour from = harbours[i];
    Harbours.Harbour to = harbours[i + 1];
    departures += Timetable.shuttle(boat, from, to, season->first_departure(), season->last_departure());
  }
  return departures;
}

//! Everybody takes the first boat that there is room on.
void board_passengers(array(Timetable.Departure) departures) {
  foreach (PASSENGERS; int i; string passenger) {
    Timetable.Departure departure = departures[i % sizeof(departures)];
    Tickets.Ticket ticket = Tickets.sell(passenger, 12 + i * 20, departure);
    if (ticket)
      write("%s\n", ticket->line());
  }
}

int main() {
  Timetable.Season winter = Timetable.Season("vinter 冬", 8, 17, 1);
  array(Timetable.Departure) departures = departures_of(winter);
  write("%s: %d places\n", LINE_NAME, Vessels.seats(Vessels.fleet()));
  write("%s\n", Reports.board(departures, CLOCK(18, 30)));
  board_passengers(departures);
  write("%s", Reports.evening(departures));
  return 0;
}
