//! What the sea is like today.

//! The height of the waves, in metres, by the hour of the day.
float wave_height(int hour) {
  return hour < 12 ? 0.5 : 1.75;
}

//! Whether a boat with this limit stays in port.
int is_rough(float limit, int hour) {
  return wave_height(hour) > limit;
}
