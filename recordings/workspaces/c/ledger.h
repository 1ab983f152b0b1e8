/* ledger.h - the stock of a small tea shop.
 *
 * A ledger is a fixed table of items. Nothing is allocated: an item lives as
 * long as the ledger it stands in, and pointers to items stay valid because
 * items are never moved or removed, only counted down to nought.
 */
#ifndef LEDGER_H
#define LEDGER_H

#include <stddef.h>

#define LEDGER_CAPACITY 32
#define NAME_CAPACITY 40

/* What a movement did to an item. */
enum movement_kind {
    MOVEMENT_DELIVERY,
    MOVEMENT_SALE,
    MOVEMENT_BREAKAGE,
};

/* One kind of thing on the shelf. Money is in cents, weight in grams. */
struct item {
    char name[NAME_CAPACITY];
    unsigned code;
    long unit_price;
    long unit_weight;
    int on_shelf;
    int reorder_level;
    int sold_today;
};

struct ledger {
    struct item items[LEDGER_CAPACITY];
    size_t length;
    long takings;
    long losses;
};

/* Makes an empty ledger. */
void ledger_open(struct ledger *ledger);

/* Adds an item and returns it, or NULL when the ledger is full. */
struct item *ledger_add(struct ledger *ledger, unsigned code, const char *name,
                        long unit_price, long unit_weight);

/* Finds an item by its code, or returns NULL. */
struct item *ledger_find(struct ledger *ledger, unsigned code);

/* Moves `count` of an item. Returns 0, and changes nothing, when there are
 * not enough on the shelf; 1 otherwise. */
int ledger_move(struct ledger *ledger, struct item *item,
                enum movement_kind kind, int count);

/* What everything on the shelves would sell for. */
long ledger_value(const struct ledger *ledger);

/* What everything on the shelves weighs. */
long ledger_weight(const struct ledger *ledger);

/* 1 if the item should be ordered again, 0 if not. */
int item_is_low(const struct item *item);

#endif
