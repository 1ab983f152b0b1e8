"""What is typed in the long session on the bakery: a module of its own.

`⟦pre|word⟧` is a word of which `pre` is typed and the rest is accepted from the
completion menu; `⟪label⟫` is a look at the signature help, once it has `label`.
Each part ends where the writer stops to look at what is there.
"""

HEAD = """\
//! Bread that is taken to those who cannot come.

#include "units.h"
#include <checks.h>

//! What a kilometre on the bicycle costs, in öre.
constant KILOMETRE = 350;

//! How many loaves the basket holds.
constant BASKET = 12;

//! A household that gets its bread at the door.
class Household {
  string name;
  //! From the bakery, in kilometres.
  float distance;
  array(object) wishes = ({ });

  protected void create(string name, float distance) {
    this::name = name;
    this::distance = distance;
  }
"""

WISHES = """\

  //! Remembers what they would like to have.
  int wish(object loaf) {
    REQUIRE(loaf, "Nobody wishes for nothing.");
    wishes += ({ loaf });
    return sizeof(wishes);
  }

  //! What all that costs, in öre, without the way.
  int price() {
    int sum = 0;
    foreach (wishes, object loaf)
      sum += loaf->price();
    return sum;
  }

  //! The way there, in öre.
  int way() {
    return (int) (distance * KILOMETRE);
  }

  //! As it stands on the bag: „Åsa · 2 loaves“.
  string label() {
    return name + " · " + Text.⟦pl|plural⟧(⟪count⟫sizeof(wishes), "loaf", "loaves");
  }
}
"""

ROUND = """\

//! One trip on the bicycle: out with a full basket, and back.
class Round {
  protected Waiting.⟦Li|Line⟧ stops = Waiting.Line();
  int loaded;
  array(string) log = ({ });

  //! Takes a household's bread along, if the basket has room for it.
  int load(Household household) {
    int count = sizeof(household->⟦wi|wishes⟧);
    if (loaded + count > BASKET)
      return 0;
    loaded += count;
    stops->⟦jo|join⟧(household);
    return 1;
  }

  //! How many stops there are still to come.
  int remaining() {
    return stops->⟦le|length⟧();
  }

  //! Rings at the next door, and tells whose it was.
  Household deliver() {
    REQUIRE(remaining() > 0, "The basket is empty 🧺.");
    Household household = stops->⟦ca|call⟧();
    loaded -= sizeof(household->wishes);
    string customer = household->⟦na|name⟧;
    foreach (household->wishes, object loaf) {
      Ledger.Entry entry = Ledger.⟦bo|book⟧(⟪customer⟫customer, loaf->sign(), loaf->price());
      log += ({ entry->⟦li|line⟧() });
    }
    Ledger.book(customer, "bud 🚲", household->⟦wa|way⟧());
    household->wishes = ({ });
    return household;
  }
}
"""

PLAN = """\

private array(Household) households = ({ });

//! Writes down where somebody lives.
Household register(string name, float distance) {
  Household household = Household(⟪distance⟫name, distance);
  households += ({ household });
  return household;
}

//! Those who have wishes, the nearest first.
array(Household) hungry() {
  array(Household) found = ({ });
  foreach (households, Household household)
    if (sizeof(household->wishes))
      found += ({ household });
  sort(found->distance, found);
  return found;
}

//! As many rounds as it takes to bring everybody their bread.
array(Round) plan() {
  array(Round) rounds = ({ });
  Round round = Round();
  foreach (hungry(), Household household) {
    if (round->⟦lo|load⟧(household))
      continue;
    rounds += ({ round });
    round = Round();
    round->load(household);
  }
  if (round->⟦re|remaining⟧())
    rounds += ({ round });
  return rounds;
}
"""

BATCH = """\

//! Bakes what is wished for: one batch for each round.
array(Bakery.⟦Ba|Batch⟧) batches(array(Household) customers) {
  array(Bakery.Batch) baked = ({ });
  Bakery.Batch batch = Bakery.Batch("bud 配達");
  foreach (customers, Household household)
    foreach (household->wishes, object loaf)
      if (batch->⟦ad|add⟧(loaf) == BASKET) {
        baked += ({ batch });
        batch = Bakery.Batch("bud 配達");
      }
  if (batch->⟦total_w|total_weight⟧())
    baked += ({ batch });
  return baked;
}

//! How long it takes until all of it has been in the oven, in minutes.
int baking_time(array(Bakery.Batch) batches) {
  int minutes = 0;
  foreach (batches, Bakery.Batch batch) {
    foreach (batch->⟦lo|loaves⟧, object loaf)
      Oven.⟦en|enqueue⟧(loaf);
    array(object) load = Oven.⟦ne|next_load⟧();
    minutes += Oven.minutes(load);
  }
  return minutes;
}
"""

EVENING = """\

//! What is told in the evening, line by line.
array(string) report() {
  array(string) lines = ({ "Utkört idag 🚲" });
  array(string) names = ({ });
  foreach (plan(), Round round)
    while (round->remaining()) {
      Household household = round->⟦de|deliver⟧();
      names += ({ household->name });
      lines += ({ Text.⟦co|column⟧(household->name, 16) + sprintf("%5.1f km", household->distance) });
    }
  lines += ({ "Till " + Text.⟦enu|enumeration⟧(names) });
  return lines;
}
"""

PARTS = (HEAD, WISHES, ROUND, PLAN, BATCH, EVENING)
