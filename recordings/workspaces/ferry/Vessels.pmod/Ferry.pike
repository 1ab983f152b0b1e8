//! A ferry with a deck for cars.

inherit .Vessel;

//! How many cars there is room for.
int car_places() {
  return places / 12;
}

int carries_cars() {
  return car_places() > 0;
}

//! Casting off takes its time.
int duration(float miles) {
  return ::duration(miles) + 5;
}
