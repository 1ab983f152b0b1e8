//! A loaf of bread, as every loaf is.

protected string title;
protected int flour;

//! @param title
//!   What stands on the sign.
//! @param flour
//!   In grams.
protected void create(string title, int flour) {
  this::title = title;
  this::flour = flour;
}

//! What stands on the sign.
string sign() {
  return title;
}

//! Flour and water together, in grams.
int weight() {
  return flour + .module.water_for(flour);
}

//! In öre.
int price() {
  return flour * 4;
}

//! How long it stays in the oven, in minutes.
int baking_time() {
  return 25 + weight() / 100;
}
