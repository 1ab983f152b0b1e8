#! /usr/bin/env pike
// A morning in the bakery.

#include "units.h"

constant GREETING = "God morgon! 🥖 パン";

//! What is baked on an ordinary day.
Bakery.Batch ordinary_day() {
  Bakery.Batch batch = Bakery.Batch("vardag");
  batch->add(Bakery.Bread("Limpa", GRAMS(0.8)));
  batch->add(Bakery.Rye("Kavring", GRAMS(1.2)));
  batch->add(Bakery.Sourdough("Levain", GRAMS(1.0)));
  return batch;
}

//! Sells each loaf to the next in line.
void sell(Bakery.Batch batch, array(string) customers) {
  foreach (batch->loaves; int i; object loaf) {
    string customer = customers[i % sizeof(customers)];
    Ledger.Entry entry = Ledger.book(customer, loaf->sign(), loaf->price());
    write("%s\n", entry->line());
  }
}

//! Bakes all loaves, and tells how long that takes.
int bake(Bakery.Batch batch) {
  int minutes = 0;
  foreach (batch->loaves, object loaf)
    Oven.enqueue(loaf);
  for (array(object) load = Oven.next_load(); sizeof(load); load = Oven.next_load())
    minutes += Oven.minutes(load);
  return minutes;
}

int main() {
  write("%s\n", GREETING);
  Bakery.Batch batch = ordinary_day();
  write("%d g in %d minutes\n", batch->total_weight(), bake(batch));
  sell(batch, ({ "Åsa", "Björn", "千尋" }));
  write("Åsa: %.2f kr\n", KRONOR(Ledger.spent_by("Åsa")));
  return 0;
}
