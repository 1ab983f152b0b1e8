//! A part of the year, in which the boats go by one timetable.

string name;
protected int first_hour;
protected int last_hour;

protected void create(string name, int first_hour, int last_hour) {
  this::name = name;
  this::first_hour = first_hour;
  this::last_hour = last_hour;
}

//! When the first boat leaves, in minutes after midnight.
int opening() {
  return first_hour * 60;
}

//! When the last boat leaves, in minutes after midnight.
int closing() {
  return last_hour * 60;
}

//! How many minutes of the day there are boats.
int open_for() {
  return closing() - opening();
}
