//! A boat of the line, as every boat is.

protected string name;
protected float knots;
protected int places;

//! @param name
//!   What is painted on the bow.
//! @param knots
//!   How fast it goes when the sea is calm.
//! @param places
//!   How many people may go aboard.
protected void create(string name, float knots, int places) {
  this::name = name;
  this::knots = knots;
  this::places = places;
}

//! What is painted on the bow.
string title() {
  return name;
}

//! How many people may go aboard.
int capacity() {
  return places;
}

//! How long so many nautical miles take, in minutes.
int duration(float miles) {
  return (int) ceil(miles / knots * 60.0);
}

//! Whether cars may come along.
int carries_cars() {
  return 0;
}
