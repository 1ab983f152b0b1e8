//! A fast boat that stays in port when the sea is rough.

inherit .Vessel : vessel;

//! The highest wave that it goes out in, in metres.
constant HIGHEST_WAVE = 0.5;

string title() {
  return "⚡ " + vessel::title();
}
