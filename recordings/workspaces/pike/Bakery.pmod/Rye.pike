//! Bread of rye: heavier, and longer in the oven.

inherit .Bread;

//! How much of the flour is rye, in per cent.
int share = 60;

int price() {
  return ::price() + flour * share / 100;
}

int baking_time() {
  return ::baking_time() + 10;
}
