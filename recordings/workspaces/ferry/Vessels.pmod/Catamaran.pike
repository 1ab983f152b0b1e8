//! A fast boat that stays in port when the sea is rough.

inherit .Vessel : vessel;

//! The highest wave that it goes out in, in metres.
constant HIGHEST_WAVE = 1.5;

//! Whether it goes out in waves of such a height.
int dares(float wave) {
  return wave <= HIGHEST_WAVE;
}

string title() {
  return "⚡ " + vessel::title();
}
