//! A part of the year, in which the boats go by one timetable.

string name;
protected int first_hour;
protected int last_hour;
protected int is_icy;

//! @param is_icy
//!   Whether the boats have to break their way.
protected void create(string name, int first_hour, int last_hour, int is_icy) {
  this::name = name;
  this::first_hour = first_hour;
  this::last_hour = last_hour;
  this::is_icy = is_icy;
}

//! When the first boat leaves, in minutes after midnight.
int first_departure() {
  return first_hour * 60;
}

//! When the last boat leaves, in minutes after midnight.
int last_departure() {
  return last_hour * 60;
}

//! How much longer each crossing takes, in minutes.
int delay() {
  return is_icy ? .Ice.minutes() : 0;
}
